/* SPDX-License-Identifier: MIT */
/* The board's options: "key=value,key=value". */
#include "softgpu.h"

#include <string.h>

/* A piece of the option text. */
struct span {
    const char *text;
    size_t length;
};

static bool span_is(struct span span, const char *text)
{
    return strlen(text) == span.length && memcmp(span.text, text, span.length) == 0;
}

/* Cuts at the first separator. Returns: false when there is none. */
static bool span_split(struct span span, char separator, struct span *left, struct span *right)
{
    const char *at = memchr(span.text, separator, span.length);
    if (at == NULL) {
        return false;
    }
    left->text = span.text;
    left->length = (size_t)(at - span.text);
    right->text = at + 1;
    right->length = span.length - left->length - 1;
    return true;
}

/* The decimal number a span begins with; the rest follows it. Returns: false without a digit or
 * above the limit. */
static bool number_take(struct span *span, uint64_t limit, uint64_t *number)
{
    size_t i = 0;

    *number = 0;
    for (; i < span->length && span->text[i] >= '0' && span->text[i] <= '9'; i++) {
        uint64_t digit = (uint64_t)(span->text[i] - '0');
        if (digit > limit || *number > (limit - digit) / 10) {
            return false;
        }
        *number = *number * 10 + digit;
    }
    span->text += i;
    span->length -= i;
    return i > 0;
}

static bool number_parse(struct span span, uint64_t limit, uint64_t *number)
{
    return number_take(&span, limit, number) && span.length == 0;
}

static bool size_parse(struct span span, uint64_t *size_bytes)
{
    uint32_t shift = 0;

    if (!number_take(&span, SOFTGPU_VRAM_SIZE_MAX, size_bytes)) {
        return false;
    }
    if (span_is(span, "K")) {
        shift = 10;
    } else if (span_is(span, "M")) {
        shift = 20;
    } else if (span_is(span, "G")) {
        shift = 30;
    } else if (span.length != 0) {
        return false;
    }
    *size_bytes <<= shift;
    return true;
}

/* A number with its unit, in nanoseconds. */
static bool time_parse(struct span span, uint64_t *time_ns)
{
    uint64_t unit;

    if (!number_take(&span, 1000000000000ull, time_ns)) {
        return false;
    }
    if (span_is(span, "ns")) {
        unit = 1;
    } else if (span_is(span, "us")) {
        unit = 1000;
    } else if (span_is(span, "ms")) {
        unit = 1000000;
    } else if (span_is(span, "s")) {
        unit = 1000000000;
    } else {
        return false;
    }
    if (*time_ns > INT64_MAX / unit) {
        return false;
    }
    *time_ns *= unit;
    return true;
}

static const char *vram_parse(struct span value, struct softgpu_options *options)
{
    uint64_t size = 0;

    if (!size_parse(value, &size) || size < SOFTGPU_VRAM_SIZE_MIN || size > SOFTGPU_VRAM_SIZE_MAX ||
        size % SOFTGPU_VRAM_SIZE_STEP != 0) {
        return "softgpu: vram must be 1M to 4G in steps of 64K, such as 64M";
    }
    options->vram_size_bytes = size;
    return NULL;
}

static const char *msi_parse(struct span value, struct softgpu_options *options)
{
    if (!span_is(value, "0") && !span_is(value, "1")) {
        return "softgpu: msi must be 0 or 1";
    }
    options->msi = span_is(value, "1");
    return NULL;
}

static const char *preempt_parse(struct span value, struct softgpu_options *options)
{
    if (span_is(value, "none")) {
        options->preempt = SOFTGPU_PREEMPT_NONE;
    } else if (span_is(value, "entry")) {
        options->preempt = SOFTGPU_PREEMPT_ENTRY;
    } else if (span_is(value, "packet")) {
        options->preempt = SOFTGPU_PREEMPT_PACKET;
    } else {
        return "softgpu: preempt must be none, entry or packet";
    }
    return NULL;
}

static const char *ignore_reset_parse(struct span value, struct softgpu_options *options)
{
    uint64_t node;

    if (span_is(value, "board")) {
        options->test.ignore_board_reset = true;
        return NULL;
    }
    if (!number_parse(value, SOFTGPU_NODE_COUNT - 1, &node)) {
        return "softgpu: ignore-reset must be 0, 1 or board";
    }
    options->test.nodes[node].ignore_reset = true;
    return NULL;
}

enum value_kind { VALUE_TIME, VALUE_COUNT, VALUE_SIGNED };

/* The test controls of the form key=NODE@VALUE. */
static const struct control_option {
    const char *key;
    enum softgpu_control control;
    enum value_kind kind;
    const char *reason;
} control_options[] = {
    { "hang", SOFTGPU_CONTROL_HANG_TIME, VALUE_TIME,
      "softgpu: hang must be NODE@TIME, such as 0@500ms, and may be given 16 times per node" },
    { "hang-packets", SOFTGPU_CONTROL_HANG_PACKETS, VALUE_COUNT,
      "softgpu: hang-packets must be NODE@COUNT, such as 0@100" },
    { "slow", SOFTGPU_CONTROL_SLOW, VALUE_COUNT,
      "softgpu: slow must be NODE@FACTOR, with a factor of at most 1000000" },
    { "retire-delay", SOFTGPU_CONTROL_RETIRE_DELAY, VALUE_TIME,
      "softgpu: retire-delay must be NODE@TIME, with a time of at most 4 s" },
    { "interrupt-delay", SOFTGPU_CONTROL_INTERRUPT_DELAY, VALUE_TIME,
      "softgpu: interrupt-delay must be NODE@TIME, with a time of at most 4 s" },
    { "lose-fence", SOFTGPU_CONTROL_LOSE_FENCE, VALUE_COUNT,
      "softgpu: lose-fence must be NODE@COUNT, such as 0@1" },
    { "lose-preempted", SOFTGPU_CONTROL_LOSE_PREEMPTED, VALUE_COUNT,
      "softgpu: lose-preempted must be NODE@COUNT, such as 0@1" },
    { "wrong-fence", SOFTGPU_CONTROL_WRONG_FENCE, VALUE_SIGNED,
      "softgpu: wrong-fence must be NODE@DELTA, such as 0@5 or 0@-1" },
    { "ignore-preempt", SOFTGPU_CONTROL_IGNORE_PREEMPT, VALUE_COUNT,
      "softgpu: ignore-preempt must be NODE@COUNT, such as 0@1" },
};

static bool value_parse(struct span text, enum value_kind kind, int64_t *value)
{
    bool negative = kind == VALUE_SIGNED && text.length != 0 && text.text[0] == '-';
    uint64_t number = 0;

    if (negative) {
        text.text++;
        text.length--;
    }
    if (kind == VALUE_TIME ? !time_parse(text, &number)
                           : !number_parse(text, UINT32_MAX, &number)) {
        return false;
    }
    *value = negative ? -(int64_t)number : (int64_t)number;
    return true;
}

static const char *control_parse(const struct control_option *option, struct span text,
                                 struct softgpu_options *options)
{
    struct span node_text, value_text;
    uint64_t node;
    int64_t value;

    if (!span_split(text, '@', &node_text, &value_text) ||
        !number_parse(node_text, SOFTGPU_NODE_COUNT - 1, &node) ||
        !value_parse(value_text, option->kind, &value) ||
        !softgpu_test_set(&options->test.nodes[node], option->control, value)) {
        return option->reason;
    }
    return NULL;
}

static const char *option_parse(struct span option, struct softgpu_options *options)
{
    static const struct {
        const char *key;
        const char *(*parse)(struct span value, struct softgpu_options *options);
    } keys[] = {
        { "vram", vram_parse },
        { "msi", msi_parse },
        { "preempt", preempt_parse },
        { "ignore-reset", ignore_reset_parse },
    };
    struct span key, value;

    if (!span_split(option, '=', &key, &value)) {
        return "softgpu: an option is not of the form key=value";
    }
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (span_is(key, keys[i].key)) {
            return keys[i].parse(value, options);
        }
    }
    for (size_t i = 0; i < sizeof(control_options) / sizeof(control_options[0]); i++) {
        if (span_is(key, control_options[i].key)) {
            return control_parse(&control_options[i], value, options);
        }
    }
    return "softgpu: unknown option; there are vram=SIZE, msi=0|1, preempt=none|entry|packet and "
           "the test controls of softgpu_regs.h";
}

const char *softgpu_options_parse(const char *text, struct softgpu_options *options)
{
    *options = (struct softgpu_options){
        .vram_size_bytes = SOFTGPU_VRAM_SIZE_DEFAULT,
        .preempt = SOFTGPU_PREEMPT_PACKET,
    };
    if (text == NULL || *text == '\0') {
        return NULL;
    }
    for (;;) {
        size_t length = strcspn(text, ",");
        const char *reason = option_parse((struct span){ text, length }, options);
        if (reason != NULL) {
            return reason;
        }
        if (text[length] == '\0') {
            return NULL;
        }
        text += length + 1;
    }
}
