/* SPDX-License-Identifier: MIT */
#include "cli/cc.h"

#include "cli/options.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* What every .tmh includes: the trace functions of all sources together. */
#define WPP_HEADER "dxghost_wpp_functions.h"

/* Copies the name of an #include line; "" when the line is something else. */
static void include_name(const char *line, char *name, size_t name_bytes)
{
    char close;
    size_t length;

    name[0] = '\0';
    line += strspn(line, " \t");
    if (*line++ != '#') {
        return;
    }
    line += strspn(line, " \t");
    if (strncmp(line, "include", 7) != 0) {
        return;
    }
    line += 7;
    line += strspn(line, " \t");
    if (*line != '"' && *line != '<') {
        return;
    }
    close = *line++ == '"' ? '"' : '>';
    length = strcspn(line, close == '"' ? "\"\n" : ">\n");
    if (length < name_bytes && line[length] == close) {
        (void)memcpy(name, line, length);
        name[length] = '\0';
    }
}

/*
 * Finds a path below a folder without regard to case, component by component.
 * @name: with slashes of either kind
 */
static bool find_without_case(const char *folder, const char *name, char *found, size_t found_bytes)
{
    char component[NAME_MAX + 1];
    char next[PATH_MAX];
    size_t length = strcspn(name, "/\\");
    struct dirent *entry;
    DIR *directory;
    bool good = false;

    if (length == 0 || length > NAME_MAX) {
        return false;
    }
    (void)memcpy(component, name, length);
    component[length] = '\0';
    directory = opendir(folder);
    while (directory != NULL && !good && (entry = readdir(directory)) != NULL) {
        if (strcasecmp(entry->d_name, component) != 0) {
            continue;
        }
        if (snprintf(next, sizeof(next), "%s/%s", folder, entry->d_name) >= (int)sizeof(next)) {
            continue;
        }
        if (name[length] == '\0') {
            good = realpath(next, found) != NULL && strlen(found) < found_bytes;
        } else {
            good = find_without_case(next, name + length + 1, found, found_bytes);
        }
    }
    if (directory != NULL) {
        (void)closedir(directory);
    }
    return good;
}

static bool exists_in(const char *folder, const char *name)
{
    char path[PATH_MAX];

    return snprintf(path, sizeof(path), "%s/%s", folder, name) < (int)sizeof(path) &&
           access(path, R_OK) == 0;
}

/* Folders are made on the way. gcc takes a name with backslashes as one file of that very name. */
static bool write_header(const struct cc *cc, const char *name, const char *text)
{
    char path[2 * PATH_MAX];
    FILE *stream;

    (void)snprintf(path, sizeof(path), "%s/include/%s", cc->work, name);
    for (char *slash = strchr(path + strlen(cc->work) + 1, '/'); slash != NULL;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path, 0700);
        *slash = '/';
    }
    stream = fopen(path, "w");
    if (stream == NULL) {
        (void)fprintf(stderr, "dxghost: %s cannot be written: %s\n", path, strerror(errno));
        return false;
    }
    (void)fputs(text, stream);
    return fclose(stream) == 0;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text);
    size_t end_length = strlen(end);

    return length >= end_length && strcasecmp(text + length - end_length, end) == 0;
}

static bool scan_file(struct cc *cc, const char *folder, const char *path);
static void folder_of(const char *path, char *folder, size_t folder_bytes);

/* A header in a folder that is not looked through has includes of its own. */
static bool scan_found(struct cc *cc, const char *found)
{
    char folder[PATH_MAX];

    folder_of(found, folder, sizeof(folder));
    return scan_file(cc, folder, found);
}

/* One include of a file in `folder`: nothing to do when the compiler finds it by itself. */
static bool repair(struct cc *cc, const char *folder, const char *name)
{
    char wdk[PATH_MAX];
    char repaired[PATH_MAX];
    char found[PATH_MAX];
    char text[PATH_MAX + 32];
    char slashed[512];
    bool good = false;

    (void)snprintf(wdk, sizeof(wdk), "%.4000s/include/wdk", cc->root);
    (void)snprintf(repaired, sizeof(repaired), "%.4000s/include", cc->work);
    if (strstr(name, "..") != NULL || name[0] == '/' || exists_in(folder, name) ||
        exists_in(wdk, name) || exists_in(repaired, name)) {
        return true;
    }
    for (size_t i = 0; i < cc->includes.count; i++) {
        if (exists_in(cc->includes.word[i], name)) {
            return true;
        }
    }
    if (ends_with(name, ".tmh")) {
        return write_header(cc, name, "#include <inline/wpp.h>\n#include <" WPP_HEADER ">\n");
    }
    good = find_without_case(folder, name, found, sizeof(found)) ||
           find_without_case(wdk, name, found, sizeof(found));
    for (size_t i = 0; !good && i < cc->includes.count; i++) {
        good = find_without_case(cc->includes.word[i], name, found, sizeof(found));
    }
    if (!good) {
        return true; /* the compiler will say that it is missing, and from where it was wanted */
    }
    (void)snprintf(text, sizeof(text), "#include \"%s\"\n", found);
    if (!write_header(cc, name, text) || !scan_found(cc, found)) {
        return false;
    }
    if (strchr(name, '\\') == NULL) {
        return true;
    }
    /* clang reads them as slashes when it is compatible with Microsoft's compiler. */
    (void)snprintf(slashed, sizeof(slashed), "%s", name);
    for (char *at = slashed; (at = strchr(at, '\\')) != NULL;) {
        *at = '/';
    }
    return write_header(cc, slashed, text);
}

static bool scan_file(struct cc *cc, const char *folder, const char *path)
{
    FILE *stream = fopen(path, "r");
    char line[1024];
    char name[512];
    bool good = true;

    cc->wpp.inside = false;
    while (stream != NULL && good && fgets(line, sizeof(line), stream) != NULL) {
        cc_wpp_scan_line(&cc->wpp, line);
        include_name(line, name, sizeof(name));
        good = name[0] == '\0' || repair(cc, folder, name);
    }
    if (stream != NULL) {
        (void)fclose(stream);
    }
    return good;
}

static bool is_source(const char *name)
{
    static const char *const ends[] = { ".h", ".hxx", ".hpp", ".c", ".cxx", ".cpp", ".cc", ".inl" };

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (ends_with(name, ends[i])) {
            return true;
        }
    }
    return false;
}

static bool scan_folder(struct cc *cc, const char *folder)
{
    DIR *directory = opendir(folder);
    struct dirent *entry;
    bool good = true;

    while (directory != NULL && good && (entry = readdir(directory)) != NULL) {
        char path[PATH_MAX];

        if (is_source(entry->d_name) &&
            snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name) < (int)sizeof(path)) {
            good = scan_file(cc, folder, path);
        }
    }
    if (directory != NULL) {
        (void)closedir(directory);
    }
    return good;
}

static void folder_of(const char *path, char *folder, size_t folder_bytes)
{
    const char *slash = strrchr(path, '/');

    if (slash == NULL) {
        (void)snprintf(folder, folder_bytes, ".");
    } else {
        (void)snprintf(folder, folder_bytes, "%.*s", (int)(slash - path), path);
    }
}

bool cc_includes_repair(struct cc *cc)
{
    char folder[PATH_MAX];
    char last[PATH_MAX] = "";
    bool good = true;

    (void)snprintf(folder, sizeof(folder), "%.4000s/include", cc->work);
    if (mkdir(folder, 0700) != 0) {
        (void)fprintf(stderr, "dxghost: %s cannot be made: %s\n", folder, strerror(errno));
        return false;
    }
    for (size_t i = 0; good && i < cc->sources.count; i++) {
        folder_of(cc->sources.word[i], folder, sizeof(folder));
        if (strcmp(folder, last) != 0) {
            good = scan_folder(cc, folder);
            (void)memcpy(last, folder, sizeof(last));
        }
    }
    for (size_t i = 0; good && i < cc->includes.count; i++) {
        good = scan_folder(cc, cc->includes.word[i]);
    }
    return good && write_header(cc, WPP_HEADER, cc->wpp.text != NULL ? cc->wpp.text : "");
}
