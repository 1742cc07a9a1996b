import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from '../icon/index.ts';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'disabled' | 'style'>;

export interface ButtonProps extends Native {
  /** `primary` once per view: the one act it is for. */
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link';
  readonly size?: 'normal' | 'large';
  readonly icon?: IconName;
  /** As shown to the reader, e.g. `Ctrl K`. */
  readonly shortcut?: string | undefined;
  /** Makes it a toggle. */
  readonly pressed?: boolean | undefined;
  /** Why it cannot be used now: shown as its tooltip, read out, and the button stays in reach of the keyboard. */
  readonly disabledReason?: string | undefined;
  readonly submit?: boolean;
  readonly children?: ReactNode;
}

const classes = {
  plain: 'btn',
  primary: 'btn btn-primary',
  danger: 'btn btn-danger',
  quiet: 'btn btn-quiet',
  link: 'btn btn-link',
};

export function Button(props: ButtonProps) {
  const {
    variant = 'plain',
    size,
    icon,
    shortcut,
    pressed,
    disabledReason,
    submit,
    children,
    className,
    ...rest
  } = props;
  const off = disabledReason !== undefined;
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={`${classes[variant]}${size === 'large' ? ' btn-large' : ''}${className ? ` ${className}` : ''}`}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      title={off ? disabledReason : rest.title}
      onClick={off ? (event) => event.preventDefault() : rest.onClick}
    >
      {icon && <Icon name={icon} size={size === 'large' ? 16 : 14} />}
      {children}
      {shortcut && <kbd>{shortcut}</kbd>}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Its name for everybody: tooltip and screen reader. */
  readonly label: string;
  readonly iconSize?: 12 | 14 | 16 | 20;
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, iconSize = 16, shortcut, variant = 'quiet', className, disabledReason, ...rest } = props;
  const title = shortcut ? `${label} (${shortcut})` : label;
  return (
    <Button
      {...rest}
      variant={variant}
      className={`btn-icon${className ? ` ${className}` : ''}`}
      aria-label={label}
      title={title}
      disabledReason={disabledReason === undefined ? undefined : `${title}: ${disabledReason}`}
    >
      <Icon name={icon} size={iconSize} />
    </Button>
  );
}
