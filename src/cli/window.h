/* SPDX-License-Identifier: MIT */
/* The monitor as a window of the desktop the program runs on. Needs SDL2, when built. */
#ifndef CLI_WINDOW_H
#define CLI_WINDOW_H

#include "dxghost/device.h"

struct window;

/**
 * window_open - connect to the desktop; the window itself appears with the first picture
 * @error: receives the reason on failure; static text or SDL's
 * Returns: NULL when there is no desktop, or the program was built without SDL2.
 */
struct window *window_open(const char **error);
void window_close(struct window *window); /* accepts NULL */

/** window_show - show a picture; 16- and 32-bit formats. Returns: false when the user closed it. */
bool window_show(struct window *window, const struct dxghost_scanout *picture);
/** window_wait - until the user closes the window or presses Escape */
void window_wait(struct window *window);

#endif /* CLI_WINDOW_H */
