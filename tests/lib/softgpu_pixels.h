/* SPDX-License-Identifier: MIT */
/*
 * Random pixel cases for the softgpu board and a model to check them against.
 *
 * The model is a second copy of the memory the surfaces live in, read and written one byte at a
 * time through its own translation of GPU addresses. A test draws with the board and, pixel by
 * pixel, with the documented formula on the model; then all memory must be equal, so that pixels
 * written outside the rectangles are found too.
 */
#ifndef TESTS_LIB_SOFTGPU_PIXELS_H
#define TESTS_LIB_SOFTGPU_PIXELS_H

#include "tests/lib/softgpu_board.h"

#define PIXELS_ARENA_BYTES 0x18000u /* of VRAM, and again of RAM behind the aperture */
#define PIXELS_RECTS_MAX 5

struct pixels {
    struct softgpu_board board;
    uint64_t random;
    uint32_t page_of[PIXELS_ARENA_BYTES / SOFTGPU_PAGE_SIZE]; /* aperture page to RAM page */
    uint8_t vram[PIXELS_ARENA_BYTES];                         /* the model */
    uint8_t ram[PIXELS_ARENA_BYTES];
    uint8_t old_vram[PIXELS_ARENA_BYTES]; /* the model before the packet */
    uint8_t old_ram[PIXELS_ARENA_BYTES];
    bool system_window; /* this case reaches RAM through the system window, not the aperture */
    uint8_t packet[SOFTGPU_PACKET_DWORDS_MAX * 4];
};

struct pixels *pixels_create(void);
void pixels_destroy(struct pixels *pixels);

/** A test, or a group of tests, with pixels of its own in *state */
int pixels_setup(void **state);
int pixels_teardown(void **state);
#define PIXELS_TEST(name) cmocka_unit_test_setup_teardown(name, pixels_setup, pixels_teardown)

/** pixels_random - 32 random bits; pixels_below - 0 .. limit - 1 */
uint32_t pixels_random(struct pixels *pixels);
uint32_t pixels_below(struct pixels *pixels, uint32_t limit);
/** pixels_between - first .. last, both included */
int32_t pixels_between(struct pixels *pixels, int32_t first, int32_t last);

/** pixels_begin - a new case: new noise in all memory, new mapping of the aperture; odd cases run
 * without AVX2, so both builds of each kernel are compared with the model */
void pixels_begin(struct pixels *pixels, uint32_t case_number);
/** pixels_surface - a random surface of a format, somewhere in the arenas, at least w by h */
struct softgpu_surface pixels_surface(struct pixels *pixels, uint32_t format, uint32_t min_width,
                                      uint32_t min_height);
/** pixels_rect - a random rectangle inside bounds, sometimes empty */
struct softgpu_rect pixels_rect(struct pixels *pixels, const struct softgpu_rect *bounds);
/** pixels_intersect - what two rectangles share; empty at the first one's corner if nothing */
struct softgpu_rect pixels_intersect(struct softgpu_rect a, struct softgpu_rect b);
struct softgpu_rect pixels_bounds(const struct softgpu_surface *surface);

/** pixels_get, pixels_set - a pixel of the model, as the surface's format stores it */
uint32_t pixels_get(struct pixels *pixels, const struct softgpu_surface *surface, int32_t x,
                    int32_t y);
void pixels_set(struct pixels *pixels, const struct softgpu_surface *surface, int32_t x, int32_t y,
                uint32_t value);
/** pixels_get_old - a pixel of the model as it was before the packet */
uint32_t pixels_get_old(struct pixels *pixels, const struct softgpu_surface *surface, int32_t x,
                        int32_t y);

/** pixels_widen, pixels_narrow - between a format's pixels and A8R8G8B8 */
uint32_t pixels_widen(uint32_t format, uint32_t pixel);
uint32_t pixels_narrow(uint32_t format, uint32_t colour);
/** pixels_sample - the "truncate" form of the documents, in floating point */
int32_t pixels_sample(int32_t at, int32_t dst_first, int32_t dst_end, int32_t src_first,
                      int32_t src_end, bool mirror);

/** pixels_run - run one packet on node 0; the fault code */
uint32_t pixels_run(struct pixels *pixels, const void *packet, size_t packet_bytes,
                    const struct softgpu_rect *rects, uint32_t rect_count);
/** pixels_equal - is all memory what the model says? Prints where not. */
bool pixels_equal(struct pixels *pixels);

#endif /* TESTS_LIB_SOFTGPU_PIXELS_H */
