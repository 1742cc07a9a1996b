/** Kinds of identifiers, and what an examination of one has to say. Nothing is refused: the value stays as stated. */
export const identifiers = {
  'identifier.phone': 'Phone number',
  'identifier.imei': 'IMEI',
  'identifier.imsi': 'IMSI',
  'identifier.iccid': 'ICCID',
  'identifier.imo': 'IMO number',
  'identifier.mmsi': 'MMSI',
  'identifier.call-sign': 'Call sign',
  'identifier.iban': 'IBAN',
  'identifier.plate': 'Plate',
  'identifier.vin': 'VIN',
  'identifier.passport': 'Document number',
  'identifier.mrz': 'Machine-readable zone',

  'certainty.certain': 'certain',
  'certainty.likely': 'likely',
  'certainty.possible': 'possible',

  'finding.identifier.scientific':
    'A spreadsheet has shortened this number; its last digits are lost. Ask for the original file.',
  'finding.identifier.too-long': 'Too long for an identifier; compared as it stands.',

  'finding.phone.ok': 'In use by the numbering plan of {{country}} ({{calling}}).',
  'finding.phone.ok-no-country': 'In use by the numbering plan of {{calling}}.',
  'finding.phone.fiction': 'From the range kept for invented numbers (07700 900000 to 900999).',
  'finding.phone.short': 'A short code: service or operator number, no subscriber.',
  'finding.phone.service': 'A free or premium service number, no subscriber.',
  'finding.phone.region-assumed': 'Read as dialled in {{country}}.',
  'finding.phone.not-a-number': 'Not a phone number: it holds letters, or no digits.',
  'finding.phone.length': '{{count, number}} digits are too many for a phone number.',
  'finding.phone.not-in-plan': 'No numbering plan has this number. A digit may be wrong or missing.',
  'finding.phone.region-needed':
    'Without a country the number cannot be compared with others. Choose the country it was dialled in.',
  'finding.phone.plus-missing': 'Read as {{normal}}: the plus seems to be missing.',
  'finding.phone.zero-missing': 'Read as {{normal}}: the leading 0 seems to be missing.',
  'finding.phone.rules-not-loaded': 'The numbering plans are not loaded yet.',

  'finding.imei.ok': 'The check digit is right.',
  'finding.imei.without-check-digit': '14 digits, without check digit. It would be {{check}}.',
  'finding.imei.software-version': '16 digits: with software version {{version}} instead of a check digit.',
  'finding.imei.spare-digit': 'Sent by the network with 0 in place of the check digit {{check}}.',
  'finding.imei.check-digit': 'The check digit is {{stated}} and should be {{check}}. One of the digits is wrong.',
  'finding.imei.length': 'An IMEI has 14 to 16 digits; these are {{count, number}}.',
  'finding.imei.empty': 'All zeros: the network knew no handset.',
  'finding.imei.not-digits': 'An IMEI is digits only.',

  'finding.imsi.country': 'Home network in {{country}}.',
  'finding.imsi.country-not-listed': 'Home country code {{code}}.',
  'finding.imsi.test-network': 'From the range of test networks.',
  'finding.imsi.length': 'An IMSI has 15 digits; these are {{count, number}}.',
  'finding.imsi.not-digits': 'An IMSI is digits only.',

  'finding.iccid.ok': 'The check digit is right.',
  'finding.iccid.without-check-digit': 'Printed without a check digit.',
  'finding.iccid.check-digit':
    'The last digit is not the check digit. Some operators print another; or a digit is wrong.',
  'finding.iccid.length': 'A SIM card number has 18 to 20 digits; these are {{count, number}}.',
  'finding.iccid.prefix': 'A SIM card number begins with 89.',
  'finding.iccid.not-digits': 'A SIM card number is digits.',

  'finding.imo.ok': 'The check digit is right.',
  'finding.imo.check-digit':
    'The check digit is {{stated}} and should be {{check}}. One of the digits is wrong, or it is no IMO number.',
  'finding.imo.length': 'An IMO number has 7 digits; these are {{count, number}}.',
  'finding.imo.not-digits': 'An IMO number is 7 digits.',

  'finding.mmsi.flag': 'Flag {{country}} (country digits {{digits}}).',
  'finding.mmsi.flag-not-listed':
    'The country digits {{digits}} belong to no flag in the list. A false MMSI often shows so.',
  'finding.mmsi.first-digit': 'No radio station has a number that begins so.',
  'finding.mmsi.coast': 'A coast station, not a ship.',
  'finding.mmsi.group': 'A group of ships, not one ship.',
  'finding.mmsi.aircraft': 'A search and rescue aircraft, not a ship.',
  'finding.mmsi.search-transponder': 'A search and rescue transponder, not a ship.',
  'finding.mmsi.man-overboard': 'A man-overboard beacon, not a ship.',
  'finding.mmsi.distress-beacon': 'A distress beacon, not a ship.',
  'finding.mmsi.tender': 'A craft that belongs to a ship.',
  'finding.mmsi.navigation-aid': 'An aid to navigation, or a net buoy; not a ship.',
  'finding.mmsi.handheld': 'A handheld radio, not a ship.',
  'finding.mmsi.length': 'An MMSI has 9 digits; these are {{count, number}}.',
  'finding.mmsi.not-digits': 'An MMSI is 9 digits.',

  'finding.call-sign.form': 'A call sign is 3 to 7 letters and digits.',

  'finding.iban.ok': 'The check digits are right ({{country}}).',
  'finding.iban.check-digits': 'The check digits do not fit. One of the characters is wrong.',
  'finding.iban.length': 'An IBAN of {{country}} has {{expected}} characters; these are {{count, number}}.',
  'finding.iban.country-not-listed': '{{country}} is not in the list of countries with IBANs.',
  'finding.iban.form': 'An IBAN begins with two letters and two digits.',

  'finding.vin.ok': 'The check digit is right.',
  'finding.vin.without-check-digit': 'Its ninth place is no check digit, as usual outside North America and China.',
  'finding.vin.length': 'A chassis number has 17 characters; these are {{count, number}}.',
  'finding.vin.letters': 'A chassis number has letters and digits without I, O and Q.',

  'finding.passport.letters': 'A document number has Latin letters and digits only.',
  'finding.passport.length':
    'A document number has 5 to 9 characters in the machine-readable zone; these are {{count, number}}.',
  'finding.passport.no-digit': 'A document number without any digit.',

  'finding.mrz.ok': 'All check digits are right ({{format}}).',
  'finding.mrz.length': 'Not the length of any machine-readable zone: 2 × 44, 2 × 36 or 3 × 30 characters.',
  'finding.mrz.number': 'Document number: the check digit is {{stated}} and should be {{check}}.',
  'finding.mrz.birth': 'Date of birth: the check digit is {{stated}} and should be {{check}}.',
  'finding.mrz.expiry': 'Date of expiry: the check digit is {{stated}} and should be {{check}}.',
  'finding.mrz.optional': 'Personal number: the check digit is {{stated}} and should be {{check}}.',
  'finding.mrz.composite':
    'Over all: the check digit is {{stated}} and should be {{check}}. A field has been altered, or read wrongly.',
} as const;
