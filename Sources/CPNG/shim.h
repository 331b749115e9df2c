#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// libpng leaves by longjmp when something fails, which must not cross Swift: one call that comes back in any case.

typedef void (*linerPNGSink)(void *closure, const uint8_t *bytes, size_t count);

struct linerPNGOutput {
  linerPNGSink sink;
  void *closure;
  char *reason;
  size_t reasonSize;
};

static inline void linerPNGWrite(png_structp png, png_bytep bytes, size_t count) {
  struct linerPNGOutput *output = png_get_io_ptr(png);
  output->sink(output->closure, bytes, count);
}

static inline void linerPNGFlush(png_structp png) { (void)png; }

static inline void linerPNGFail(png_structp png, png_const_charp reason) {
  struct linerPNGOutput *output = png_get_error_ptr(png);
  size_t length = 0;
  while (reason[length] && length + 1 < output->reasonSize) {
    output->reason[length] = reason[length];
    length++;
  }
  output->reason[length] = 0;
  png_longjmp(png, 1);
}

static inline void linerPNGIgnore(png_structp png, png_const_charp warning) { (void)png, (void)warning; }

// Writes rows of pixels 0x00RRGGBB, `stride` bytes apart, as an RGB file of so many pixels a metre, packed at a
// level of zlib's, without filters; returns 0 and a reason where it can't.
static inline int linerWritePNG(
    const uint8_t *pixels, int stride, uint32_t width, uint32_t height, uint32_t pixelsPerMetre, int level,
    const char *title, const char *description, const char *data, struct linerPNGOutput *output) {
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, output, linerPNGFail, linerPNGIgnore);
  if (!png) return 0;
  png_infop info = png_create_info_struct(png);
  uint8_t *row = malloc((size_t)width * 3);
  png_text texts[3] = {
      {PNG_ITXT_COMPRESSION_NONE, (char *)"Title", (char *)title, 0, 0, NULL, NULL},
      {PNG_ITXT_COMPRESSION_NONE, (char *)"Description", (char *)description, 0, 0, NULL, NULL},
      {PNG_TEXT_COMPRESSION_NONE, (char *)"Data", (char *)data, 0, 0, NULL, NULL},
  };
  if (!info || !row || setjmp(png_jmpbuf(png))) {
    free(row);
    png_destroy_write_struct(&png, &info);
    return 0;
  }
  png_set_write_fn(png, output, linerPNGWrite, linerPNGFlush);
  png_set_compression_level(png, level);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_buffer_size(png, 65536);
  png_set_IHDR(
      png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
      PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(png, info, pixelsPerMetre, pixelsPerMetre, PNG_RESOLUTION_METER);
  png_set_text(png, info, texts, 3);
  png_write_info(png, info);
  for (uint32_t y = 0; y < height; y++) {
    const uint32_t *line = (const uint32_t *)(pixels + (size_t)y * (size_t)stride);
    // Pages are mostly rows like the one before, which is still there as it was converted.
    const int isNew = y == 0 || memcmp(line, (const uint8_t *)line - stride, (size_t)width * 4) != 0;
    for (uint32_t x = 0; isNew && x < width; x++) {
      row[3 * x] = (uint8_t)(line[x] >> 16);
      row[3 * x + 1] = (uint8_t)(line[x] >> 8);
      row[3 * x + 2] = (uint8_t)line[x];
    }
    png_write_row(png, row);
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  free(row);
  return 1;
}
