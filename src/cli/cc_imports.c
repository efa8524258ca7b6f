/* SPDX-License-Identifier: MIT */
#include "cli/cc.h"

#include "nt/elf.h"

#include <ctype.h>
#include <dirent.h>
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static bool is_word(int character)
{
    return isalnum(character) || character == '_';
}

static bool declares(const char *path, const char *name)
{
    size_t length = strlen(name);
    FILE *stream = fopen(path, "r");
    char line[1024];
    bool found = false;

    while (stream != NULL && !found && fgets(line, sizeof(line), stream) != NULL) {
        const char *at = strstr(line, name);

        found = at != NULL && (at == line || !is_word((unsigned char)at[-1])) && at[length] == '(';
    }
    if (stream != NULL) {
        (void)fclose(stream);
    }
    return found;
}

/* The Windows header that declares a function; "no header of ours" when none does. */
static void find_header(const struct cc *cc, const char *name, char *header, size_t header_bytes)
{
    char folder[PATH_MAX];
    char path[PATH_MAX];
    struct dirent *entry;
    DIR *directory;

    (void)snprintf(folder, sizeof(folder), "%.4000s/include/wdk", cc->root);
    (void)snprintf(header, header_bytes, "no header of ours");
    directory = opendir(folder);
    while (directory != NULL && (entry = readdir(directory)) != NULL) {
        if (entry->d_name[0] != '.' &&
            snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name) < (int)sizeof(path) &&
            declares(path, name)) {
            (void)snprintf(header, header_bytes, "%s", entry->d_name);
            break;
        }
    }
    if (directory != NULL) {
        (void)closedir(directory);
    }
}

/* The sanitizers' runtime lives in a dxghost that was built with them. */
static bool is_runtime(const char *name)
{
    static const char *const prefixes[] = { "__asan_", "__ubsan_", "__tsan_", "__lsan_" };

    for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
        if (strncmp(name, prefixes[i], strlen(prefixes[i])) == 0) {
            return true;
        }
    }
    return false;
}

int cc_imports_check(const struct cc *cc)
{
    struct elf_file file;
    const char *error = "";
    const char *name;
    int missing = 0;

    if (!elf_open(&file, cc->output, &error)) {
        (void)fprintf(stderr, "dxghost: %s: %s\n", cc->output, error);
        return -1;
    }
    for (size_t i = 0; (name = elf_import(&file, i)) != NULL; i++) {
        char header[256];

        if (dlsym(RTLD_DEFAULT, name) != NULL || is_runtime(name)) {
            continue;
        }
        if (missing++ == 0) {
            (void)fprintf(stderr, "%s imports what dxghost does not have; it will not load:\n",
                          cc->output);
        }
        find_header(cc, name, header, sizeof(header));
        (void)fprintf(stderr, "  %-40s %s\n", name, header);
    }
    elf_close(&file);
    return missing;
}
