/** IANA zones, each of one country, to ISO 3166-1 alpha-2: the region and those it has most to do with. */
const countries: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Asia/Phnom_Penh': 'KH',
    'Asia/Bangkok': 'TH',
    'Asia/Vientiane': 'LA',
    'Asia/Ho_Chi_Minh': 'VN',
    'Asia/Saigon': 'VN',
    'Asia/Yangon': 'MM',
    'Asia/Rangoon': 'MM',
    'Asia/Kuala_Lumpur': 'MY',
    'Asia/Kuching': 'MY',
    'Asia/Singapore': 'SG',
    'Asia/Jakarta': 'ID',
    'Asia/Pontianak': 'ID',
    'Asia/Makassar': 'ID',
    'Asia/Jayapura': 'ID',
    'Asia/Manila': 'PH',
    'Asia/Brunei': 'BN',
    'Asia/Dili': 'TL',
    'Asia/Shanghai': 'CN',
    'Asia/Hong_Kong': 'HK',
    'Asia/Macau': 'MO',
    'Asia/Taipei': 'TW',
    'Asia/Tokyo': 'JP',
    'Asia/Seoul': 'KR',
    'Asia/Kolkata': 'IN',
    'Asia/Calcutta': 'IN',
    'Asia/Dhaka': 'BD',
    'Asia/Colombo': 'LK',
    'Asia/Kathmandu': 'NP',
    'Asia/Karachi': 'PK',
    'Asia/Dubai': 'AE',
    'Asia/Riyadh': 'SA',
    'Asia/Qatar': 'QA',
    'Australia/Sydney': 'AU',
    'Australia/Melbourne': 'AU',
    'Australia/Brisbane': 'AU',
    'Australia/Perth': 'AU',
    'Australia/Darwin': 'AU',
    'Australia/Adelaide': 'AU',
    'Pacific/Auckland': 'NZ',
    'Europe/London': 'GB',
    'Europe/Paris': 'FR',
    'Europe/Berlin': 'DE',
    'Europe/Rome': 'IT',
    'Europe/Madrid': 'ES',
    'Europe/Amsterdam': 'NL',
    'Europe/Istanbul': 'TR',
    'America/New_York': 'US',
    'America/Chicago': 'US',
    'America/Denver': 'US',
    'America/Los_Angeles': 'US',
  }),
);

/**
 * The country whose way of writing numbers is assumed in a case of this zone (ISO 3166-1 alpha-2); undefined for offsets, zones of
 * several countries and zones not listed: then a number that names no country stays as it is written.
 */
export function regionOfZone(zone: string | undefined): string | undefined {
  return zone === undefined ? undefined : countries.get(zone);
}
