/** Tags of TIFF 6.0 (Appendix A). */
export const NEW_SUBFILE_TYPE = 0x00fe;
export const IMAGE_WIDTH = 0x0100;
export const IMAGE_LENGTH = 0x0101;
export const BITS_PER_SAMPLE = 0x0102;
export const COMPRESSION = 0x0103;
export const PHOTOMETRIC = 0x0106;
export const FILL_ORDER = 0x010a;
export const MAKE = 0x010f;
export const STRIP_OFFSETS = 0x0111;
export const ORIENTATION = 0x0112;
export const SAMPLES_PER_PIXEL = 0x0115;
export const ROWS_PER_STRIP = 0x0116;
export const STRIP_BYTE_COUNTS = 0x0117;
export const PLANAR_CONFIGURATION = 0x011c;
export const PREDICTOR = 0x013d;
export const COLOR_MAP = 0x0140;
export const TILE_WIDTH = 0x0142;
export const TILE_LENGTH = 0x0143;
export const TILE_OFFSETS = 0x0144;
export const TILE_BYTE_COUNTS = 0x0145;
export const INK_SET = 0x014c;
export const EXTRA_SAMPLES = 0x0152;
export const SAMPLE_FORMAT = 0x0153;
export const JPEG_INTERCHANGE_FORMAT = 0x0201;
export const JPEG_INTERCHANGE_FORMAT_LENGTH = 0x0202;

/** Adobe TIFF technical note 1: directories below this one. */
export const SUB_IFDS = 0x014a;

/** XMP part 3, IPTC-NAA record, ICC.1 annex B.4. */
export const XMP = 0x02bc;
export const IPTC = 0x83bb;
export const ICC_PROFILE = 0x8773;

/** Exif 2.32, 4.6.3: directories of their own. */
export const EXIF_IFD = 0x8769;
export const GPS_IFD = 0x8825;

/** DNG 1.7, chapter 4. */
export const DNG_VERSION = 0xc612;
