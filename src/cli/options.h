/* SPDX-License-Identifier: MIT */
/* The command line of `dxghost run`. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "machine/machine.h"

#include <d3dkmddi.h>

#include <stdio.h>

/* What the program tells its caller. Source: docs/dxghost.1 */
enum exit_code {
    EXIT_PASS = 0,
    EXIT_BREACH = 1,   /* a rule was broken, or the driver did not start */
    EXIT_USAGE = 2,    /* wrong options, or an input that cannot be read */
    EXIT_BUGCHECK = 3, /* the machine stopped */
    EXIT_INTERNAL = 4, /* our own failure */
};

/* --hang NODE@TIME: a node of the board stops making progress. */
struct options_hang {
    uint32_t node;
    uint64_t time_ns;
};
#define OPTIONS_HANGS_MAX 16u

/* --tdr NAME=VALUE: a value under the GraphicsDrivers key of the registry. */
struct options_tdr {
    const char *name; /* of static text */
    uint32_t value;
};
#define OPTIONS_TDR_MAX 16u

/* --setting NAME=VALUE: a REG_DWORD in the driver's software key. */
struct options_setting {
    char name[32];
    uint32_t value;
};
#define OPTIONS_SETTINGS_MAX 16u

/* What is not given on the command line. */
#define OPTIONS_PROCESSORS 2u
#define OPTIONS_RESTARTS_MAX 1000u
#define OPTIONS_FRAMES_MAX 1000000u
#define OPTIONS_WIDTH 1280u
#define OPTIONS_HEIGHT 720u

struct options {
    const char *driver;         /* path */
    char *device;               /* "softgpu" or a path; owned */
    const char *device_options; /* after the first comma of --device; NULL for none */
    const char *scene;
    const char *out; /* directory */
    uint32_t width;  /* --mode, pixels; 0: not given */
    uint32_t height;
    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation; /* --rotate; UNINITIALIZED: not given */
    const char *wallpaper; /* --wallpaper: a PNG for the scenes that show one; NULL for none */
    const char *trace;     /* --trace: file for the timeline; NULL for none */
    bool seeded;           /* --seed was given: decisions are random */
    uint64_t seed;
    uint32_t processors;
    uint64_t memory_bytes;
    uint32_t frames;     /* --frames: a picture after so many operations; 0: none */
    bool check_pixels;   /* --check-pixels: every operation against the CPU's */
    bool window;         /* --window */
    uint32_t restarts;   /* --restart: stops and starts of the device after the first scene */
    uint64_t vram_bytes; /* --vram; 0: the board's own */
    uint64_t refuse_at;  /* --fail-allocation: the n-th request for memory fails; 0: none */
    uint32_t hang_count; /* --hang */
    struct options_hang hangs[OPTIONS_HANGS_MAX];
    uint32_t tdr_count; /* --tdr */
    struct options_tdr tdr[OPTIONS_TDR_MAX];
    uint32_t setting_count; /* --setting */
    struct options_setting settings[OPTIONS_SETTINGS_MAX];
    bool verbose; /* --verbose: DbgPrint and the last trace events on stderr */
    bool json;    /* --format json: the report on stdout */
};

enum options_result { OPTIONS_RUN, OPTIONS_HELP, OPTIONS_ERROR };

/**
 * options_parse - read the words after `run`
 * Wrong words are explained on stderr.
 */
enum options_result options_parse(struct options *options, int count, char **words);
void options_fini(struct options *options);
void options_print_help(FILE *stream);

/**
 * options_number, options_size - the value of an option; a wrong one is explained on stderr
 * @name: of the option, without its dashes
 * A size is in bytes, with K, M or G, 1M to 16G in whole pages.
 */
bool options_number(const char *name, const char *text, uint64_t lowest, uint64_t highest,
                    uint64_t *number);
bool options_size(const char *name, const char *text, uint64_t *bytes);

#endif /* CLI_OPTIONS_H */
