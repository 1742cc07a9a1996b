/** What an identifier claims to be. Its rules live in the file of the same name beside this one. */
export type IdentifierKind =
  | 'phone'
  | 'imei'
  | 'imsi'
  | 'iccid'
  | 'imo'
  | 'mmsi'
  | 'call-sign'
  | 'iban'
  | 'plate'
  | 'vin'
  | 'passport'
  | 'mrz';
