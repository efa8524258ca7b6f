/* SPDX-License-Identifier: MIT */
#include "cli/window.h"

#include "base/base.h"

#if DXGH_HAVE_SDL

#include <SDL.h>
#include <stdlib.h>

struct window {
    SDL_Window *window;
    SDL_Renderer *renderer;
    SDL_Texture *texture;
    uint32_t width;
    uint32_t height;
    enum dxghost_pixel_format format;
    bool closed;
};

struct window *window_open(const char **error)
{
    struct window *window = calloc(1, sizeof(*window));

    if (window == NULL || SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        *error = window == NULL ? "out of memory" : SDL_GetError();
        free(window);
        return NULL;
    }
    return window;
}

void window_close(struct window *window)
{
    if (window == NULL) {
        return;
    }
    if (window->texture != NULL) {
        SDL_DestroyTexture(window->texture);
    }
    if (window->renderer != NULL) {
        SDL_DestroyRenderer(window->renderer);
    }
    if (window->window != NULL) {
        SDL_DestroyWindow(window->window);
    }
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    free(window);
}

static uint32_t texture_format(enum dxghost_pixel_format format)
{
    switch (format) {
    case DXGHOST_PIXEL_R5G6B5:
        return SDL_PIXELFORMAT_RGB565;
    case DXGHOST_PIXEL_X8B8G8R8:
        return SDL_PIXELFORMAT_BGR888;
    case DXGHOST_PIXEL_X8R8G8B8:
    case DXGHOST_PIXEL_A8R8G8B8:
        break;
    }
    return SDL_PIXELFORMAT_RGB888; /* as words: X8R8G8B8 */
}

/* A window and a texture of the picture's size. */
static bool prepare(struct window *window, const struct dxghost_scanout *picture)
{
    if (window->texture != NULL && window->width == picture->width &&
        window->height == picture->height && window->format == picture->format) {
        return true;
    }
    if (window->window == NULL) {
        window->window =
            SDL_CreateWindow("dxghost", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                             (int)picture->width, (int)picture->height, SDL_WINDOW_RESIZABLE);
        window->renderer =
            window->window != NULL ? SDL_CreateRenderer(window->window, -1, 0) : NULL;
    }
    if (window->renderer == NULL) {
        return false;
    }
    if (window->texture != NULL) {
        SDL_DestroyTexture(window->texture);
        SDL_SetWindowSize(window->window, (int)picture->width, (int)picture->height);
    }
    window->texture =
        SDL_CreateTexture(window->renderer, texture_format(picture->format),
                          SDL_TEXTUREACCESS_STREAMING, (int)picture->width, (int)picture->height);
    window->width = picture->width;
    window->height = picture->height;
    window->format = picture->format;
    return window->texture != NULL;
}

static void look_at(struct window *window, const SDL_Event *event)
{
    if (event->type == SDL_QUIT ||
        (event->type == SDL_KEYDOWN && event->key.keysym.sym == SDLK_ESCAPE)) {
        window->closed = true;
    }
}

static void draw(struct window *window)
{
    (void)SDL_RenderCopy(window->renderer, window->texture, NULL, NULL);
    SDL_RenderPresent(window->renderer);
}

bool window_show(struct window *window, const struct dxghost_scanout *picture)
{
    SDL_Event event;

    while (SDL_PollEvent(&event) != 0) {
        look_at(window, &event);
    }
    if (!window->closed && prepare(window, picture)) {
        (void)SDL_UpdateTexture(window->texture, NULL, picture->pixels, (int)picture->pitch);
        draw(window);
    }
    return !window->closed;
}

void window_wait(struct window *window)
{
    SDL_Event event;

    while (window->texture != NULL && !window->closed && SDL_WaitEvent(&event) != 0) {
        look_at(window, &event);
        draw(window);
    }
}

#else

struct window *window_open(const char **error)
{
    *error = "this dxghost was built without SDL2 (libsdl2-dev)";
    return NULL;
}

void window_close(struct window *window)
{
    DXGH_ASSERT(window == NULL);
}

bool window_show(struct window *window, const struct dxghost_scanout *picture)
{
    (void)picture;
    DXGH_ASSERT(window == NULL);
    return false;
}

void window_wait(struct window *window)
{
    DXGH_ASSERT(window == NULL);
}

#endif
