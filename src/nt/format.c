/* SPDX-License-Identifier: MIT */
#include "nt/format.h"

#include "base/base.h"

enum length { LENGTH_NONE, LENGTH_CHAR, LENGTH_SHORT, LENGTH_LONG, LENGTH_64, LENGTH_WIDE };

struct spec {
    bool left;
    bool plus;
    bool space;
    bool alternate;
    bool zero;
    int width;
    int precision; /* -1: none given */
    enum length length;
    uint16_t conversion;
};

/* The format text, of either character type, and the arguments behind it. */
struct source {
    const void *text;
    bool wide;
    size_t position;
    WDK_VA_LIST arguments;
};

static uint16_t peek(const struct source *source, size_t ahead)
{
    size_t at = source->position + ahead;

    return source->wide ? ((const uint16_t *)source->text)[at]
                        : ((const uint8_t *)source->text)[at];
}

static void pad(struct nt_format *out, uint16_t character, int count)
{
    while (count-- > 0) {
        out->put(out, character);
    }
}

static void put_digits(struct nt_format *out, const struct spec *spec, const char *prefix,
                       const char *digits, int count)
{
    int prefix_count = (int)strlen(prefix);
    int zeros = DXGH_MAX(spec->precision - count, 0);
    int blanks = spec->width - prefix_count - zeros - count;

    if (spec->zero && !spec->left && spec->precision < 0 && blanks > 0) {
        zeros += blanks;
        blanks = 0;
    }
    if (!spec->left) {
        pad(out, ' ', blanks);
    }
    for (int i = 0; i < prefix_count; i++) {
        out->put(out, (uint8_t)prefix[i]);
    }
    pad(out, '0', zeros);
    for (int i = 0; i < count; i++) {
        out->put(out, (uint8_t)digits[i]);
    }
    if (spec->left) {
        pad(out, ' ', blanks);
    }
}

static void put_integer(struct nt_format *out, const struct spec *spec, uint64_t value,
                        uint32_t base, bool capital, const char *prefix)
{
    const char *const alphabet = capital ? "0123456789ABCDEF" : "0123456789abcdef";
    char digits[64];
    int count = 0;

    do {
        digits[sizeof(digits) - (size_t)++count] = alphabet[value % base];
        value /= base;
    } while (value != 0);
    put_digits(out, spec, prefix, digits + sizeof(digits) - count, count);
}

static uint64_t take_unsigned(struct source *source, enum length length)
{
    switch (length) {
    case LENGTH_64:
        return __builtin_va_arg(source->arguments, uint64_t);
    case LENGTH_SHORT:
        return (uint16_t) __builtin_va_arg(source->arguments, uint32_t);
    case LENGTH_CHAR:
        return (uint8_t) __builtin_va_arg(source->arguments, uint32_t);
    default:
        return __builtin_va_arg(source->arguments, uint32_t);
    }
}

static void put_signed(struct nt_format *out, const struct spec *spec, struct source *source)
{
    uint64_t raw = take_unsigned(source, spec->length);
    int64_t value;

    switch (spec->length) {
    case LENGTH_64:
        value = (int64_t)raw;
        break;
    case LENGTH_SHORT:
        value = (int16_t)raw;
        break;
    case LENGTH_CHAR:
        value = (int8_t)raw;
        break;
    default:
        value = (int32_t)raw;
        break;
    }
    put_integer(out, spec, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 10, false,
                value < 0     ? "-"
                : spec->plus  ? "+"
                : spec->space ? " "
                              : "");
}

static void put_string(struct nt_format *out, const struct spec *spec, const void *text, bool wide,
                       size_t limit)
{
    size_t count = 0;

    if (text == NULL) {
        text = "(null)";
        wide = false;
        limit = 6;
    }
    if (spec->precision >= 0 && (size_t)spec->precision < limit) {
        limit = (size_t)spec->precision;
    }
    while (count < limit &&
           (wide ? ((const uint16_t *)text)[count] : ((const uint8_t *)text)[count]) != 0) {
        count++;
    }
    if (!spec->left) {
        pad(out, spec->zero ? '0' : ' ', spec->width - (int)count);
    }
    for (size_t i = 0; i < count; i++) {
        out->put(out, wide ? ((const uint16_t *)text)[i] : ((const uint8_t *)text)[i]);
    }
    if (spec->left) {
        pad(out, ' ', spec->width - (int)count);
    }
}

static void put_counted(struct nt_format *out, const struct spec *spec, struct source *source)
{
    /* STRING and UNICODE_STRING have the same members; Length counts bytes in both. */
    const UNICODE_STRING *string = __builtin_va_arg(source->arguments, const UNICODE_STRING *);
    bool wide = spec->length == LENGTH_WIDE || spec->length == LENGTH_LONG;

    if (string == NULL || string->Buffer == NULL) {
        put_string(out, spec, NULL, false, 0);
    } else {
        put_string(out, spec, string->Buffer, wide,
                   wide ? string->Length / sizeof(WCHAR) : string->Length);
    }
}

static bool text_is_wide(const struct spec *spec, const struct source *source)
{
    bool opposite = spec->conversion == 'S' || spec->conversion == 'C';

    switch (spec->length) {
    case LENGTH_SHORT:
    case LENGTH_CHAR:
        return false;
    case LENGTH_LONG:
    case LENGTH_WIDE:
        return true;
    default:
        return source->wide != opposite;
    }
}

static void put_character(struct nt_format *out, const struct spec *spec, struct source *source)
{
    uint32_t value = __builtin_va_arg(source->arguments, uint32_t);
    uint16_t text = text_is_wide(spec, source) ? (uint16_t)value : (uint8_t)value;

    if (!spec->left) {
        pad(out, ' ', spec->width - 1);
    }
    out->put(out, text);
    if (spec->left) {
        pad(out, ' ', spec->width - 1);
    }
}

static void put_pointer(struct nt_format *out, struct spec *spec, struct source *source)
{
    uint64_t value = __builtin_va_arg(source->arguments, uint64_t);

    if (out->hide_pointers && value != 0) {
        put_string(out, spec, "????????????????", false, 16);
        return;
    }
    spec->precision = 16;
    put_integer(out, spec, value, 16, true, "");
}

static void put_double(struct nt_format *out, const struct spec *spec, struct source *source)
{
    double value = __builtin_va_arg(source->arguments, double);
    char format[] = "%.*f";
    char text[400];
    struct spec whole = *spec;

    format[3] = (char)spec->conversion;
    (void)snprintf(text, sizeof(text), format, spec->precision < 0 ? 6 : spec->precision, value);
    whole.precision = -1;
    put_string(out, &whole, text, false, sizeof(text));
}

/*
 * WPP's %!NAME!: those that say where the line is take no argument, the others take one.
 * Source: "What are the WPP extended format specification strings?"
 */
static void put_extended(struct nt_format *out, const struct spec *spec, struct source *source)
{
    static const char *const places[] = { "FUNC", "FILE", "LINE", "LEVEL", "FLAGS", "STDPREFIX" };
    static const char *const numbers[] = { "STATUS", "HRESULT", "WINERROR" };
    char name[32];
    size_t length = 0;

    while (peek(source, 0) != 0 && peek(source, 0) != '!') {
        if (length + 1 < sizeof(name)) {
            name[length++] = (char)peek(source, 0);
        }
        source->position++;
    }
    name[length] = '\0';
    if (peek(source, 0) == '!') {
        source->position++;
    }
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(places); i++) {
        if (strcmp(name, places[i]) == 0) {
            return;
        }
    }
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(numbers); i++) {
        if (strcmp(name, numbers[i]) == 0) {
            put_integer(out, spec, __builtin_va_arg(source->arguments, uint32_t), 16, true, "0x");
            return;
        }
    }
    (void)__builtin_va_arg(source->arguments, uint64_t); /* of a type only the driver knows */
    out->put(out, '?');
}

static int take_number(struct source *source)
{
    int value = 0;

    if (peek(source, 0) == '*') {
        source->position++;
        return __builtin_va_arg(source->arguments, int32_t);
    }
    while (peek(source, 0) >= '0' && peek(source, 0) <= '9') {
        value = DXGH_MIN(value * 10 + (peek(source, 0) - '0'), 4096);
        source->position++;
    }
    return value;
}

static void take_flags(struct source *source, struct spec *spec)
{
    for (;; source->position++) {
        switch (peek(source, 0)) {
        case '-':
            spec->left = true;
            break;
        case '+':
            spec->plus = true;
            break;
        case ' ':
            spec->space = true;
            break;
        case '#':
            spec->alternate = true;
            break;
        case '0':
            spec->zero = true;
            break;
        default:
            return;
        }
    }
}

static void take_length(struct source *source, struct spec *spec)
{
    switch (peek(source, 0)) {
    case 'h':
        spec->length = peek(source, 1) == 'h' ? LENGTH_CHAR : LENGTH_SHORT;
        source->position += spec->length == LENGTH_CHAR ? 2 : 1;
        break;
    case 'l':
        spec->length = peek(source, 1) == 'l' ? LENGTH_64 : LENGTH_LONG;
        source->position += spec->length == LENGTH_64 ? 2 : 1;
        break;
    case 'w':
        spec->length = LENGTH_WIDE;
        source->position++;
        break;
    case 'I':
        source->position++;
        spec->length = LENGTH_64;
        if (peek(source, 0) == '6' && peek(source, 1) == '4') {
            source->position += 2;
        } else if (peek(source, 0) == '3' && peek(source, 1) == '2') {
            source->position += 2;
            spec->length = LENGTH_NONE;
        }
        break;
    case 'z':
    case 't':
    case 'j':
        spec->length = LENGTH_64;
        source->position++;
        break;
    case 'L':
        source->position++;
        break;
    default:
        break;
    }
}

static void convert(struct nt_format *out, struct spec *spec, struct source *source)
{
    switch (spec->conversion) {
    case 'd':
    case 'i':
        put_signed(out, spec, source);
        break;
    case 'u':
        put_integer(out, spec, take_unsigned(source, spec->length), 10, false, "");
        break;
    case 'o':
        put_integer(out, spec, take_unsigned(source, spec->length), 8, false,
                    spec->alternate ? "0" : "");
        break;
    case 'x':
    case 'X': {
        uint64_t value = take_unsigned(source, spec->length);
        bool capital = spec->conversion == 'X';

        put_integer(out, spec, value, 16, capital,
                    !spec->alternate || value == 0 ? ""
                    : capital                      ? "0X"
                                                   : "0x");
        break;
    }
    case 'p':
        put_pointer(out, spec, source);
        break;
    case 's':
    case 'S':
        put_string(out, spec, __builtin_va_arg(source->arguments, const void *),
                   text_is_wide(spec, source), SIZE_MAX);
        break;
    case 'c':
    case 'C':
        put_character(out, spec, source);
        break;
    case 'Z':
        put_counted(out, spec, source);
        break;
    case '!':
        put_extended(out, spec, source);
        break;
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'F':
    case 'G':
        put_double(out, spec, source);
        break;
    default:
        out->put(out, spec->conversion); /* "%%", and what nobody defined */
        break;
    }
}

static void format_all(struct nt_format *out, struct source *source)
{
    for (;;) {
        uint16_t character = peek(source, 0);
        struct spec spec = { .precision = -1 };

        if (character == 0) {
            return;
        }
        source->position++;
        if (character != '%') {
            out->put(out, character);
            continue;
        }
        take_flags(source, &spec);
        spec.width = take_number(source);
        if (spec.width < 0) {
            spec.left = true;
            spec.width = -spec.width;
        }
        if (peek(source, 0) == '.') {
            source->position++;
            spec.precision = take_number(source);
        }
        take_length(source, &spec);
        spec.conversion = peek(source, 0);
        if (spec.conversion == 0) {
            return;
        }
        source->position++;
        convert(out, &spec, source);
    }
}

void nt_format_narrow(struct nt_format *format, const char *text, WDK_VA_LIST arguments)
{
    struct source source = { .text = text, .wide = false, .arguments = arguments };

    format_all(format, &source);
}

void nt_format_wide(struct nt_format *format, const WCHAR *text, WDK_VA_LIST arguments)
{
    struct source source = { .text = text, .wide = true, .arguments = arguments };

    format_all(format, &source);
}

static void put_narrow(struct nt_format *format, uint16_t character)
{
    struct nt_format_buffer *buffer = DXGH_CONTAINER_OF(format, struct nt_format_buffer, format);

    if (buffer->length + 1 >= buffer->capacity) {
        buffer->overflow = true;
        return;
    }
    buffer->text[buffer->length++] = (char)(character < 0x100 ? character : '?');
    buffer->text[buffer->length] = '\0';
}

void nt_format_buffer_init(struct nt_format_buffer *buffer, char *text, size_t capacity)
{
    *buffer =
        (struct nt_format_buffer){ .format.put = put_narrow, .text = text, .capacity = capacity };
    text[0] = '\0';
}
