/* SPDX-License-Identifier: MIT */
#include "cli/bugcheck_screen.h"

#include "cdd/text_image.h"
#include "cli/screen.h"
#include "dxgk/system_display.h"
#include "verify/names.h"

#include <string.h>

#define BLUE 0x000A4B8Fu
#define WHITE 0x00FFFFFFu

static void paint(void *context, uint32_t *pixels, uint32_t width, uint32_t height, uint32_t pitch)
{
    const struct run *run = context;
    struct machine *machine = run->session.machine;
    const struct machine_bugcheck *bugcheck = &machine->bugcheck;
    const struct text_image image = { pixels, width, height, pitch };
    uint32_t margin = width / 10;
    uint32_t y = height / 6;
    char line[256];

    for (size_t i = 0; i < (size_t)(pitch / 4) * height; i++) {
        pixels[i] = BLUE;
    }
    y = text_image_draw(machine, &image, margin, y, height / 9, WHITE, ":(");
    (void)snprintf(line, sizeof(line), "%s (0x%08X)", verify_bugcheck_name(bugcheck->code),
                   bugcheck->code);
    y = text_image_draw(machine, &image, margin, y + height / 30, height / 24, WHITE, line);
    y = text_image_draw(machine, &image, margin, y + height / 60, height / 36, WHITE,
                        bugcheck->text);
    (void)snprintf(
        line, sizeof(line), "0x%016llX  0x%016llX\n0x%016llX  0x%016llX",
        (unsigned long long)bugcheck->parameters[0], (unsigned long long)bugcheck->parameters[1],
        (unsigned long long)bugcheck->parameters[2], (unsigned long long)bugcheck->parameters[3]);
    (void)text_image_draw(machine, &image, margin, y + height / 30, height / 40, WHITE, line);
}

void bugcheck_screen_show(struct run *run)
{
    struct cdd_error error = { 0 };
    char path[sizeof(run->screen_path)];

    if (!dxgk_system_display(run->session.machine, paint, run)) {
        return;
    }
    (void)snprintf(path, sizeof(path), "%s/bugcheck.png", run->options->out);
    if (NT_SUCCESS(screen_write(run->session.machine, run->session.board, path, &error))) {
        memcpy(run->screen_path, path, sizeof(path));
    }
}
