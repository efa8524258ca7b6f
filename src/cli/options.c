/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: dxghost run --driver FILE --device softgpu|FILE --scene NAME [OPTION...]\n"
    "\n"
    "Loads a display miniport, starts it on a simulated board, draws a scene through it, stops "
    "it,\n"
    "and reports every rule of the driver contract that was broken.\n"
    "\n"
    "  --driver FILE          the miniport: a shared object that exports DriverEntry\n"
    "  --device NAME[,OPTS]   the board: softgpu (vram=SIZE and others, docs/softgpu.md), "
    "linearfb\n"
    "                         (for display-only drivers), or the shared object of a device model\n"
    "  --scene NAME           what to draw; `dxghost list scenes` names them\n"
    "  --seed N               interleave processors and interrupts as seed N decides\n"
    "  --processors N         virtual processors, 1 to 64 (default 2)\n"
    "  --memory SIZE          RAM of the machine with K, M or G (default 1G)\n"
    "  --vram SIZE            video memory of the softgpu board, 1M to 4G in steps of 64K\n"
    "  --mode WxH             size of the screen (default 1280x720, or what firmware set)\n"
    "  --rotate DEGREES       a screen turned by 90, 180 or 270; for display-only drivers\n"
    "  --frames N             a picture after every N operations: frame-0001.png and so on\n"
    "  --check-pixels         compare what the GPU drew with the CPU's, operation by operation\n"
    "  --window               show the screen in a window, until it is closed\n"
    "  --restart N            stop the device and start it again N times, drawing each time\n"
    "  --wallpaper FILE       a PNG for the background of the desktop scene\n"
    "  --fail-allocation N    refuse the N-th request for memory\n"
    "  --hang NODE@TIME       let a node of the board hang at a time of the run, such as 0@200us\n"
    "  --setting NAME=VALUE   a REG_DWORD of the driver's software key, such as "
    "DmaBufferSize=4096\n"
    "  --tdr NAME=VALUE       a value of the registry's GraphicsDrivers key, such as TdrDelay=1\n"
    "  --out DIR              where screen.png and report.json go (default out)\n"
    "  --trace FILE           write the timeline as Chrome trace-event JSON\n"
    "  --format text|json     what to print (default text)\n"
    "  --verbose              show DbgPrint output and the last trace events\n"
    "  --help                 this text\n"
    "\n"
    "examples:\n"
    "  dxghost run --driver softgpu.so --device softgpu --scene desktop\n"
    "  dxghost run --driver my.so --device softgpu,vram=32M --scene alphablend --seed 7\n"
    "\n"
    "exit status: 0 pass, 1 a rule was broken or the driver did not start, 2 usage or unreadable\n"
    "input, 3 bug check, 4 internal error\n";

void options_print_help(FILE *stream)
{
    (void)fputs(help, stream);
}

enum option_key {
    KEY_DRIVER = 256,
    KEY_DEVICE,
    KEY_SCENE,
    KEY_SEED,
    KEY_CHECK_PIXELS,
    KEY_VRAM,
    KEY_PROCESSORS,
    KEY_MEMORY,
    KEY_MODE,
    KEY_ROTATE,
    KEY_WALLPAPER,
    KEY_FAIL,
    KEY_RESTART,
    KEY_FRAMES,
    KEY_WINDOW,
    KEY_HANG,
    KEY_TDR,
    KEY_SETTING,
    KEY_OUT,
    KEY_TRACE,
    KEY_FORMAT,
    KEY_VERBOSE,
    KEY_HELP,
};

static const struct option long_options[] = {
    { "driver", required_argument, NULL, KEY_DRIVER },
    { "device", required_argument, NULL, KEY_DEVICE },
    { "scene", required_argument, NULL, KEY_SCENE },
    { "seed", required_argument, NULL, KEY_SEED },
    { "processors", required_argument, NULL, KEY_PROCESSORS },
    { "memory", required_argument, NULL, KEY_MEMORY },
    { "vram", required_argument, NULL, KEY_VRAM },
    { "mode", required_argument, NULL, KEY_MODE },
    { "rotate", required_argument, NULL, KEY_ROTATE },
    { "wallpaper", required_argument, NULL, KEY_WALLPAPER },
    { "restart", required_argument, NULL, KEY_RESTART },
    { "frames", required_argument, NULL, KEY_FRAMES },
    { "check-pixels", no_argument, NULL, KEY_CHECK_PIXELS },
    { "window", no_argument, NULL, KEY_WINDOW },
    { "fail-allocation", required_argument, NULL, KEY_FAIL },
    { "hang", required_argument, NULL, KEY_HANG },
    { "tdr", required_argument, NULL, KEY_TDR },
    { "setting", required_argument, NULL, KEY_SETTING },
    { "out", required_argument, NULL, KEY_OUT },
    { "trace", required_argument, NULL, KEY_TRACE },
    { "format", required_argument, NULL, KEY_FORMAT },
    { "verbose", no_argument, NULL, KEY_VERBOSE },
    { "help", no_argument, NULL, KEY_HELP },
    { NULL, 0, NULL, 0 },
};

bool options_number(const char *name, const char *text, uint64_t lowest, uint64_t highest,
                    uint64_t *number)
{
    char *end;

    errno = 0;
    *number = strtoull(text, &end, 0);
    if (end == text || *end != '\0' || errno != 0 || text[0] == '-' || *number < lowest ||
        *number > highest) {
        (void)fprintf(stderr, "dxghost: --%s wants a number from %llu to %llu, not '%s'\n", name,
                      (unsigned long long)lowest, (unsigned long long)highest, text);
        return false;
    }
    return true;
}

bool options_size(const char *name, const char *text, uint64_t *bytes)
{
    char *end;
    uint32_t shift = 0;

    errno = 0;
    *bytes = strtoull(text, &end, 0);
    if (end != text && *end != '\0' && end[1] == '\0') {
        shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;
    }
    if (end == text || text[0] == '-' || errno != 0 || (*end != '\0' && shift == 0) ||
        *bytes > UINT64_MAX >> 31) {
        (void)fprintf(stderr, "dxghost: --%s wants a size such as 512M or 2G, not '%s'\n", name,
                      text);
        return false;
    }
    *bytes <<= shift;
    if (*bytes < (UINT64_C(1) << 20) || *bytes > (UINT64_C(16) << 30) || *bytes % 4096 != 0) {
        (void)fprintf(stderr, "dxghost: --%s must be 1M to 16G in whole pages, not '%s'\n", name,
                      text);
        return false;
    }
    return true;
}

static bool set_device(struct options *options, const char *text)
{
    char *comma;

    free(options->device);
    options->device = strdup(text);
    if (options->device == NULL) {
        return false;
    }
    comma = strchr(options->device, ',');
    options->device_options = NULL;
    if (comma != NULL) {
        *comma = '\0';
        options->device_options = comma + 1;
    }
    return true;
}

static bool set_format(struct options *options, const char *text)
{
    if (strcmp(text, "json") != 0 && strcmp(text, "text") != 0) {
        (void)fprintf(stderr, "dxghost: --format is text or json, not '%s'\n", text);
        return false;
    }
    options->json = strcmp(text, "json") == 0;
    return true;
}

static bool set_rotation(struct options *options, const char *text)
{
    static const struct {
        const char *degrees;
        D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation;
    } rotations[] = { { "0", D3DKMDT_VPPR_IDENTITY },
                      { "90", D3DKMDT_VPPR_ROTATE90 },
                      { "180", D3DKMDT_VPPR_ROTATE180 },
                      { "270", D3DKMDT_VPPR_ROTATE270 } };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(rotations); i++) {
        if (strcmp(text, rotations[i].degrees) == 0) {
            options->rotation = rotations[i].rotation;
            return true;
        }
    }
    (void)fprintf(stderr, "dxghost: --rotate wants 0, 90, 180 or 270, not '%s'\n", text);
    return false;
}

static bool set_mode(struct options *options, const char *text)
{
    char rest;

    if (sscanf(text, "%5ux%5u%c", &options->width, &options->height, &rest) != 2 ||
        options->width == 0 || options->height == 0 || options->width > 16384 ||
        options->height > 16384) {
        (void)fprintf(stderr, "dxghost: --mode wants a size such as 1920x1080, not '%s'\n", text);
        return false;
    }
    return true;
}

/* Digits alone: no sign, no spaces. */
static bool read_digits(const char **text, uint64_t highest, uint64_t *number)
{
    char *end;

    errno = 0;
    *number = strtoull(*text, &end, 10);
    if (!isdigit((unsigned char)**text) || errno != 0 || *number > highest) {
        return false;
    }
    *text = end;
    return true;
}

/* "0@20ms": node and time; the unit is s, ms, us or ns. */
static bool read_hang(const char *text, struct options_hang *hang)
{
    static const struct {
        const char *name;
        uint64_t ns;
    } units[] = {
        { "ns", 1 }, { "us", DXGH_NS_PER_US }, { "ms", DXGH_NS_PER_MS }, { "s", DXGH_NS_PER_S }
    };
    uint64_t node;
    uint64_t time;

    if (!read_digits(&text, UINT32_MAX, &node) || *text++ != '@' ||
        !read_digits(&text, INT64_MAX, &time)) {
        return false;
    }
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(units); i++) {
        if (strcmp(units[i].name, text) == 0 && time <= INT64_MAX / units[i].ns) {
            *hang = (struct options_hang){ (uint32_t)node, time * units[i].ns };
            return true;
        }
    }
    return false;
}

static bool add_hang(struct options *options, const char *text)
{
    if (options->hang_count == OPTIONS_HANGS_MAX) {
        (void)fprintf(stderr, "dxghost: --hang can be given at most %u times\n", OPTIONS_HANGS_MAX);
        return false;
    }
    if (!read_hang(text, &options->hangs[options->hang_count])) {
        (void)fprintf(stderr,
                      "dxghost: --hang wants a node and a time such as 0@20ms (s, ms, us or ns), "
                      "not '%s'\n",
                      text);
        return false;
    }
    options->hang_count++;
    return true;
}

/* The values that mean something here; a misspelt one would be without effect. */
static const char *const tdr_names[] = { "TdrLevel",      "TdrDelay",          "TdrDdiDelay",
                                         "TdrLimitCount", "TdrLimitTime",      "TdrDebugMode",
                                         "TdrTestMode",   "TdrDodPresentDelay" };

static bool read_tdr(const char *text, struct options_tdr *entry)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(tdr_names); i++) {
        size_t length = strlen(tdr_names[i]);
        const char *value = text + length + 1;
        uint64_t number;

        if (strncmp(text, tdr_names[i], length) == 0 && text[length] == '=' &&
            read_digits(&value, UINT32_MAX, &number) && *value == '\0') {
            *entry = (struct options_tdr){ tdr_names[i], (uint32_t)number };
            return true;
        }
    }
    return false;
}

static bool add_tdr(struct options *options, const char *text)
{
    if (options->tdr_count == OPTIONS_TDR_MAX ||
        !read_tdr(text, &options->tdr[options->tdr_count])) {
        (void)fprintf(stderr,
                      "dxghost: --tdr wants a value such as TdrDelay=1, not '%s'; the names "
                      "are",
                      text);
        for (size_t i = 0; i < DXGH_ARRAY_SIZE(tdr_names); i++) {
            (void)fprintf(stderr, " %s", tdr_names[i]);
        }
        (void)fputc('\n', stderr);
        return false;
    }
    options->tdr_count++;
    return true;
}

static bool add_setting(struct options *options, const char *text)
{
    struct options_setting *entry = &options->settings[options->setting_count];
    char rest;

    if (options->setting_count == OPTIONS_SETTINGS_MAX ||
        sscanf(text, "%31[A-Za-z]=%u%c", entry->name, &entry->value, &rest) != 2) {
        (void)fprintf(stderr,
                      "dxghost: --setting wants a value such as DmaBufferSize=4096, not '%s'\n",
                      text);
        return false;
    }
    options->setting_count++;
    return true;
}

static bool apply(struct options *options, int key, const char *value)
{
    uint64_t number;

    switch (key) {
    case KEY_DRIVER:
        options->driver = value;
        return true;
    case KEY_DEVICE:
        return set_device(options, value);
    case KEY_SCENE:
        options->scene = value;
        return true;
    case KEY_SEED:
        options->seeded = true;
        return options_number("seed", value, 0, UINT64_MAX, &options->seed);
    case KEY_PROCESSORS:
        if (!options_number("processors", value, 1, MACHINE_PROCESSORS_MAX, &number)) {
            return false;
        }
        options->processors = (uint32_t)number;
        return true;
    case KEY_MEMORY:
        return options_size("memory", value, &options->memory_bytes);
    case KEY_VRAM:
        return options_size("vram", value, &options->vram_bytes);
    case KEY_MODE:
        return set_mode(options, value);
    case KEY_ROTATE:
        return set_rotation(options, value);
    case KEY_WALLPAPER:
        options->wallpaper = value;
        return true;
    case KEY_FRAMES:
        if (!options_number("frames", value, 1, OPTIONS_FRAMES_MAX, &number)) {
            return false;
        }
        options->frames = (uint32_t)number;
        return true;
    case KEY_CHECK_PIXELS:
        options->check_pixels = true;
        return true;
    case KEY_WINDOW:
        options->window = true;
        return true;
    case KEY_RESTART:
        if (!options_number("restart", value, 0, OPTIONS_RESTARTS_MAX, &number)) {
            return false;
        }
        options->restarts = (uint32_t)number;
        return true;
    case KEY_FAIL:
        return options_number("fail-allocation", value, 1, UINT64_MAX, &options->refuse_at);
    case KEY_HANG:
        return add_hang(options, value);
    case KEY_TDR:
        return add_tdr(options, value);
    case KEY_SETTING:
        return add_setting(options, value);
    case KEY_OUT:
        options->out = value;
        return true;
    case KEY_TRACE:
        options->trace = value;
        return true;
    case KEY_FORMAT:
        return set_format(options, value);
    case KEY_VERBOSE:
        options->verbose = true;
        return true;
    default:
        return false; /* getopt has said what is wrong */
    }
}

static bool check_required(const struct options *options)
{
    const char *missing = options->driver == NULL   ? "--driver FILE"
                          : options->device == NULL ? "--device softgpu|FILE"
                          : options->scene == NULL  ? "--scene NAME"
                                                    : NULL;

    if (missing != NULL) {
        (void)fprintf(stderr, "dxghost: run needs %s; see `dxghost run --help`\n", missing);
    }
    return missing == NULL;
}

enum options_result options_parse(struct options *options, int count, char **words)
{
    int key;

    *options = (struct options){ .out = "out", .processors = OPTIONS_PROCESSORS };
    words[0] = (char *)(uintptr_t) "dxghost"; /* as getopt calls us in its complaints */
    optind = 1;
    while ((key = getopt_long(count, words, "", long_options, NULL)) != -1) {
        if (key == KEY_HELP) {
            return OPTIONS_HELP;
        }
        if (!apply(options, key, optarg)) {
            return OPTIONS_ERROR;
        }
    }
    if (optind < count) {
        (void)fprintf(stderr, "dxghost: '%s' is not an option; see `dxghost run --help`\n",
                      words[optind]);
        return OPTIONS_ERROR;
    }
    return check_required(options) ? OPTIONS_RUN : OPTIONS_ERROR;
}

void options_fini(struct options *options)
{
    free(options->device);
    options->device = NULL;
}
