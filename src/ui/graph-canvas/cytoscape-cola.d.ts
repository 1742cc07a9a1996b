declare module 'cytoscape-cola' {
  import type cytoscape from 'cytoscape';

  const register: cytoscape.Ext;
  export default register;
}
