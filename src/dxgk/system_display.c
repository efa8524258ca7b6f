/* SPDX-License-Identifier: MIT */
#include "dxgk/system_display.h"

#include "dxgk/display_private.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "machine/heap.h"
#include "verify/names.h"

#define WIDTH_MIN 640u
#define HEIGHT_MIN 480u
#define SIZE_MAX_PIXELS 16384u
#define COLOR_MASK 0x00FFFFFFu
/* Blocks cover the picture, and no line of one ends where the next begins. */
#define BLOCKS_ACROSS 2u
#define BLOCK_HEIGHT 96u
#define PADDING_PIXELS 8u

struct last_words {
    struct adapter *adapter;
    system_display_paint paint;
    void *context;
    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id;
    bool connected; /* a monitor is on the target */
    uint32_t *pixels;
    UINT width;
    UINT height;
    UINT pitch; /* bytes */
    bool shown;
};

/* The one whose bug check it was, or else the first one that has a display. */
static struct adapter *find_adapter(struct machine *machine)
{
    struct dxgk *dxgk = dxgk_of(machine);

    LIST_FOR_EACH(link, &dxgk->adapters) {
        struct adapter *adapter = LIST_ENTRY_OF(link, struct adapter, link);

        if (adapter->started && adapter->display != NULL &&
            adapter->table.DxgkDdiSystemDisplayEnable != NULL &&
            adapter->table.DxgkDdiSystemDisplayWrite != NULL &&
            (dxgk->stopped == NULL || dxgk->stopped == adapter)) {
            return adapter;
        }
    }
    return NULL;
}

/* Source: "the target that was left in the current VidPN"; else one that could be. */
static void choose_target(struct last_words *words)
{
    const struct display_path *path = words->adapter->display;
    const struct monitor *monitor = display_first_connected(path->display);

    for (uint32_t i = 0; i < path->display->config.source_count; i++) {
        if (path->display->sources[i].committed) {
            monitor = display_target_find(path->display, path->display->sources[i].target_id);
            break;
        }
    }
    words->target_id = monitor != NULL ? monitor->target_id : D3DDDI_ID_UNINITIALIZED;
    words->connected = monitor != NULL && monitor->connected;
}

static bool check_enabled(const struct last_words *words, NTSTATUS status, D3DDDIFORMAT format)
{
    struct machine *machine = words->adapter->machine;

    if (!NT_SUCCESS(status)) {
        if (words->connected) {
            verify_report(machine, RULE_LIFE_21, "DxgkDdiSystemDisplayEnable",
                          "Target %u has a monitor, and %s was answered: the screen stays black. "
                          "Keep the current mode, or set one with at least 640x480 pixels.",
                          words->target_id, verify_status_name(status));
        }
        return false;
    }
    if (words->width < WIDTH_MIN || words->height < HEIGHT_MIN || words->width > SIZE_MAX_PIXELS ||
        words->height > SIZE_MAX_PIXELS ||
        (format != D3DDDIFMT_R8G8B8 && format != D3DDDIFMT_X8R8G8B8 &&
         format != D3DDDIFMT_A8R8G8B8)) {
        verify_report(machine, RULE_LIFE_21, "DxgkDdiSystemDisplayEnable",
                      "It succeeded with a mode of %ux%u, format %d. At least 640x480 pixels of 24 "
                      "or 32 bits are needed.",
                      words->width, words->height, (int)format);
        return false;
    }
    return true;
}

static void write_blocks(const struct last_words *words)
{
    UINT block_width = (words->width + BLOCKS_ACROSS - 1) / BLOCKS_ACROSS;

    for (UINT y = 0; y < words->height; y += BLOCK_HEIGHT) {
        for (UINT x = 0; x < words->width; x += block_width) {
            uint8_t *block = (uint8_t *)words->pixels + (size_t)y * words->pitch + (size_t)x * 4;

            gate_SystemDisplayWrite(words->adapter, block, DXGH_MIN(block_width, words->width - x),
                                    DXGH_MIN(BLOCK_HEIGHT, words->height - y), words->pitch, x, y);
        }
    }
}

/* Boards scan out other formats and sizes, too; those cannot be held against the picture. */
static void check_picture(const struct last_words *words)
{
    const struct device_host *board = words->adapter->board;
    struct dxghost_scanout shown;

    if (board->ops->scanout == NULL || !words->connected) {
        return;
    }
    if (!board->ops->scanout(board->device, 0, &shown)) {
        verify_report(words->adapter->machine, RULE_LIFE_21, "DxgkDdiSystemDisplayEnable",
                      "It succeeded, and the board's output is dark.");
        return;
    }
    if (shown.width != words->width || shown.height != words->height ||
        (shown.format != DXGHOST_PIXEL_X8R8G8B8 && shown.format != DXGHOST_PIXEL_A8R8G8B8)) {
        return;
    }
    for (uint32_t y = 0; y < shown.height; y++) {
        for (uint32_t x = 0; x < shown.width; x++) {
            uint32_t wanted = words->pixels[(size_t)y * (words->pitch / 4) + x];
            uint32_t seen;

            memcpy(&seen, (const uint8_t *)shown.pixels + (size_t)y * shown.pitch + (size_t)x * 4,
                   sizeof(seen));
            if (((wanted ^ seen) & COLOR_MASK) != 0) {
                verify_report(words->adapter->machine, RULE_LIFE_21, "DxgkDdiSystemDisplayWrite",
                              "Pixel (%u, %u) was written as 0x%06X, and 0x%06X is on the screen. "
                              "Copy each block with the CPU, line by line at SourceStride, to "
                              "PositionX, PositionY of the frame buffer that is shown.",
                              x, y, wanted & COLOR_MASK, seen & COLOR_MASK);
                return;
            }
        }
    }
}

static void speak(void *argument)
{
    struct last_words *words = argument;
    DXGKARG_SYSTEM_DISPLAY_ENABLE_FLAGS flags = { 0 };
    D3DDDIFORMAT format = D3DDDIFMT_UNKNOWN;
    NTSTATUS status;

    adapter_lines_see(words->adapter);
    status = gate_SystemDisplayEnable(words->adapter, words->target_id, &flags, &words->width,
                                      &words->height, &format);
    if (!check_enabled(words, status, format)) {
        return;
    }
    words->pitch = (words->width + PADDING_PIXELS) * 4;
    words->pixels =
        machine_heap_alloc(words->adapter->machine, (size_t)words->pitch * words->height);
    words->paint(words->context, words->pixels, words->width, words->height, words->pitch);
    write_blocks(words);
    check_picture(words);
    words->shown = true;
}

bool dxgk_system_display(struct machine *machine, system_display_paint paint, void *context)
{
    struct last_words words = { .paint = paint, .context = context };

    DXGH_ASSERT(machine->crashed);
    (void)dump_of_crash(machine); /* of what led to the crash, not of what follows it */
    words.adapter = find_adapter(machine);
    if (words.adapter == NULL) {
        return false;
    }
    choose_target(&words);
    if (machine_run_stopped(machine, speak, &words) == MACHINE_CRASHED) {
        const char *ddi = machine->main_fiber->ddi;

        verify_report(machine, RULE_LIFE_21, ddi != NULL ? ddi : "DxgkDdiSystemDisplayEnable",
                      "Showing the bug check crashed itself, and the screen stays as it was. At "
                      "HIGH_LEVEL there is no lock to be had, no memory, no wait and no pageable "
                      "byte.");
    }
    machine_heap_free(machine, words.pixels);
    return words.shown;
}
