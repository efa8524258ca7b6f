/* SPDX-License-Identifier: MIT */
#include "cli/cc.h"

#include "base/base.h"
#include "cli/options.h"

#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static const char help[] =
    "usage: dxghost cc -o DRIVER.so [OPTION...] SOURCE...\n"
    "\n"
    "Compiles a display miniport, C or C++, into an image for `dxghost run`.\n"
    "\n"
    "  -o FILE                the image\n"
    "  --mode windows|native  windows (default): clang with Windows' own data model, for source "
    "as\n"
    "                         it is; native: gcc with Linux's\n"
    "  --asan, --tsan         instrument the driver; run it with a dxghost built the same way\n"
    "  -D... -U... -I... -O... -g... -W... -f... -std=...  as for any compiler\n"
    "  --wpp FUNCTION         a WPP trace function, as -func of its preprocessor takes it:\n"
    "                         'Trace{LEVEL=TRACE_LEVEL_ERROR}(FLAGS,MSG,...)'; those configured\n"
    "                         in sources (begin_wpp config) and DoTraceMessage are known\n"
    "  --depfile FILE         write the files the image was made of, as a rule for make or Ninja\n"
    "  --verbose              show each command\n"
    "  --help                 this text\n"
    "\n"
    "Includes in another case, with backslashes, and WPP's .tmh files are taken care of. Names "
    "that\n"
    "the image imports and dxghost does not have are listed with the header that declares them.\n"
    "\n"
    "examples:\n"
    "  dxghost cc -o my.so -Iinc *.c\n"
    "  dxghost cc -o kmdod.so -DUNICODE --asan *.cxx\n";

void cc_words_add(struct cc_words *words, const char *word)
{
    if (words->count + 1 >= CC_WORDS_MAX) {
        (void)fprintf(stderr, "dxghost: more than %u words for one compiler\n", CC_WORDS_MAX - 1);
        exit(EXIT_USAGE);
    }
    words->word[words->count++] = word;
    words->word[words->count] = NULL;
}

static void add_all(struct cc_words *words, const char *const *list)
{
    for (; *list != NULL; list++) {
        cc_words_add(words, *list);
    }
}

/* Command line */

static bool is_passed(const char *word)
{
    static const char *const prefixes[] = { "-D", "-U", "-O", "-g", "-W", "-f", "-std=" };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(prefixes); i++) {
        if (strncmp(word, prefixes[i], strlen(prefixes[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bool parse_mode(struct cc *cc, const char *word)
{
    if (word == NULL || (strcmp(word, "windows") != 0 && strcmp(word, "native") != 0)) {
        (void)fprintf(stderr, "dxghost: --mode is windows or native, not '%s'\n",
                      word != NULL ? word : "");
        return false;
    }
    cc->mode = strcmp(word, "native") == 0 ? CC_NATIVE : CC_WINDOWS;
    return true;
}

/* One word, and the one after it where it needs one. Returns: how many were used, 0 for a mistake.
 */
static int parse_word(struct cc *cc, const char *word, const char *next)
{
    if (strcmp(word, "-o") == 0 && next != NULL) {
        cc->output = next;
        return 2;
    }
    if (strcmp(word, "--depfile") == 0 && next != NULL) {
        cc->depfile = next;
        return 2;
    }
    if (strcmp(word, "--mode") == 0) {
        return parse_mode(cc, next) ? 2 : 0;
    }
    if (strcmp(word, "-I") == 0 && next != NULL) {
        cc_words_add(&cc->includes, next);
        return 2;
    }
    if (strncmp(word, "-I", 2) == 0 && word[2] != '\0') {
        cc_words_add(&cc->includes, word + 2);
        return 1;
    }
    if (strcmp(word, "--asan") == 0 || strcmp(word, "--tsan") == 0) {
        cc->sanitizer = word[2] == 'a' ? CC_ASAN : CC_TSAN;
        return 1;
    }
    if (strcmp(word, "--wpp") == 0) {
        if (next == NULL || !cc_wpp_add(&cc->wpp, next)) {
            (void)fprintf(stderr, "dxghost: --wpp takes Name(PARAMETER,MSG,...), not '%s'\n",
                          next != NULL ? next : "");
            return 0;
        }
        return 2;
    }
    if (strcmp(word, "--verbose") == 0) {
        cc->verbose = true;
        return 1;
    }
    if (word[0] != '-') {
        cc_words_add(&cc->sources, word);
        return 1;
    }
    if (is_passed(word)) {
        cc_words_add(&cc->passed, word);
        return 1;
    }
    (void)fprintf(stderr, "dxghost: cc does not know '%s'; see `dxghost cc --help`\n", word);
    return 0;
}

static bool parse(struct cc *cc, int count, char **words)
{
    for (int i = 1; i < count;) {
        int used = parse_word(cc, words[i], i + 1 < count ? words[i + 1] : NULL);

        if (used == 0) {
            return false;
        }
        i += used;
    }
    if (cc->output == NULL || cc->sources.count == 0) {
        (void)fprintf(stderr, "dxghost: cc needs %s; see `dxghost cc --help`\n",
                      cc->output == NULL ? "-o DRIVER.so" : "a source file");
        return false;
    }
    return true;
}

/* Where things are */

static bool has_headers(const char *root)
{
    char path[PATH_MAX];

    (void)snprintf(path, sizeof(path), "%.4000s/include/wdk/ntddk.h", root);
    return access(path, R_OK) == 0;
}

/* Beside an installed program in share/dxghost; else the tree the program was built from. */
static bool find_root(struct cc *cc)
{
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);
    char *slash;

    if (length > 0) {
        self[length] = '\0';
        slash = strrchr(self, '/');
        if (slash != NULL) {
            *slash = '\0';
            (void)snprintf(cc->root, sizeof(cc->root), "%.3900s/../share/dxghost", self);
        }
    }
    if (!has_headers(cc->root)) {
        (void)snprintf(cc->root, sizeof(cc->root), "%s", DXGH_SOURCE_DIR);
    }
    if (!has_headers(cc->root)) {
        (void)fprintf(stderr,
                      "dxghost: the Windows headers are neither beside the program nor in %s\n",
                      cc->root);
        return false;
    }
    return true;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

static bool make_work_folder(struct cc *cc)
{
    const char *base = getenv("TMPDIR");

    (void)snprintf(cc->work, sizeof(cc->work), "%.4000s/dxghost-cc-XXXXXX",
                   base != NULL ? base : "/tmp");
    if (mkdtemp(cc->work) == NULL) {
        (void)fprintf(stderr, "dxghost: no temporary folder %s: %s\n", cc->work, strerror(errno));
        return false;
    }
    return true;
}

/* Compiling */

static bool is_cxx(const char *source)
{
    const char *dot = strrchr(source, '.');

    return dot != NULL &&
           (strcmp(dot, ".cpp") == 0 || strcmp(dot, ".cxx") == 0 || strcmp(dot, ".cc") == 0);
}

static const char *const common_flags[] = {
    "-fPIC",
    "-fms-extensions",
    "-mms-bitfields",
    "-fno-strict-aliasing",
    "-g",
    "-fno-omit-frame-pointer",
    /* A guard whose both arms return is a loop to the compiler. */
    "-Wno-return-type",
    NULL,
};
static const char *const windows_flags[] = {
    "--target=x86_64-w64-windows-gnu-elf",
    "-nostdlibinc",
    "-fms-compatibility",
    "-fno-stack-protector",
    "-Wno-pragma-pack",
    "-Wno-microsoft",
    "-Wno-unused-value",
    "-Wno-inconsistent-missing-override",
    NULL,
};
static const char *const windows_cxx_flags[] = {
    "-fms-compatibility-version=19.16",
    "-std=gnu++14",
    "-fno-exceptions",
    "-fno-rtti",
    "-fno-threadsafe-statics",
    "-fno-sized-deallocation",
    "-nostdinc++",
    "-Wno-c++17-compat-mangling", /* of functions that take pointers to __cdecl ones */
    NULL,
};
static const char *const windows_asan_flags[] = {
    "-fsanitize=address",           "-mllvm", "-asan-mapping-offset=0x7fff8000", "-mllvm",
    "-asan-use-after-return=never", NULL,
};
static const char *const windows_tsan_flags[] = { "-Xclang", "-fsanitize=thread", NULL };
static const char *const native_flags[] = { "-fshort-wchar", "-Wno-multichar", "-Wno-clobbered",
                                            NULL };
static const char *const native_cxx_flags[] = {
    "-fcheck-new", /* an operator new of a driver's may return NULL, as Microsoft's compiler knows
                    */
    "-std=gnu++14",
    "-nostdinc++",
    "-fno-exceptions",
    "-fno-rtti",
    "-fno-threadsafe-statics",
    "-fcheck-new",                       /* operator new may find no memory */
    "-Wno-builtin-declaration-mismatch", /* drivers declare operator delete themselves */
    NULL,
};
static const char *const native_asan_flags[] = { "-fsanitize=address,undefined",
                                                 "-fno-sanitize=alignment", NULL };
static const char *const native_tsan_flags[] = { "-fsanitize=thread", NULL };

static const char *compiler(const struct cc *cc, bool cxx)
{
    return cc->mode == CC_WINDOWS ? (cxx ? "clang++" : "clang") : (cxx ? "g++" : "gcc");
}

static void add_sanitizer(const struct cc *cc, struct cc_words *words)
{
    if (cc->sanitizer == CC_ASAN) {
        add_all(words, cc->mode == CC_WINDOWS ? windows_asan_flags : native_asan_flags);
    } else if (cc->sanitizer == CC_TSAN) {
        add_all(words, cc->mode == CC_WINDOWS ? windows_tsan_flags : native_tsan_flags);
    }
}

/* Runs a command and waits for it. The words must stay alive until it returns. */
static bool run(const struct cc *cc, const struct cc_words *words)
{
    pid_t pid;
    int status;
    int error;

    if (cc->verbose) {
        for (size_t i = 0; i < words->count; i++) {
            (void)fprintf(stderr, "%s%s", i > 0 ? " " : "", words->word[i]);
        }
        (void)fputc('\n', stderr);
    }
    error = posix_spawnp(&pid, words->word[0], NULL, NULL, (char *const *)(uintptr_t)words->word,
                         environ);
    if (error != 0) {
        (void)fprintf(stderr, "dxghost: %s cannot be started: %s\n", words->word[0],
                      strerror(error));
        return false;
    }
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool compile(const struct cc *cc, const char *source, bool glue, const char *object)
{
    struct cc_words words = { .count = 0 };
    char wdk[PATH_MAX];
    char crt[PATH_MAX];
    char repaired[PATH_MAX];

    (void)snprintf(wdk, sizeof(wdk), "%.4000s/include/wdk", cc->root);
    (void)snprintf(crt, sizeof(crt), "%.4000s/include/wdk/crt", cc->root);
    (void)snprintf(repaired, sizeof(repaired), "%.4000s/include", cc->work);
    cc_words_add(&words, compiler(cc, is_cxx(source)));
    add_all(&words, common_flags);
    add_all(&words, cc->mode == CC_WINDOWS ? windows_flags : native_flags);
    if (is_cxx(source)) {
        add_all(&words, cc->mode == CC_WINDOWS ? windows_cxx_flags : native_cxx_flags);
    } else {
        cc_words_add(&words, "-std=gnu11");
    }
    if (cc->depfile != NULL) {
        cc_words_add(&words, "-MD");
    }
    if (glue) {
        cc_words_add(&words, "-O2");
        cc_words_add(&words, "-ffreestanding");
        cc_words_add(&words, "-fno-builtin");
    } else {
        cc_words_add(&words, cc->sanitizer == CC_PLAIN ? "-O2" : "-O1");
        add_sanitizer(cc, &words);
        add_all(&words, cc->passed.word);
        for (size_t i = 0; i < cc->includes.count; i++) {
            cc_words_add(&words, "-I");
            cc_words_add(&words, cc->includes.word[i]);
        }
        cc_words_add(&words, "-I");
        cc_words_add(&words, repaired);
    }
    cc_words_add(&words, "-isystem");
    cc_words_add(&words, wdk);
    if (cc->mode == CC_WINDOWS) {
        cc_words_add(&words, "-isystem");
        cc_words_add(&words, crt);
    }
    cc_words_add(&words, "-c");
    cc_words_add(&words, source);
    cc_words_add(&words, "-o");
    cc_words_add(&words, object);
    return run(cc, &words);
}

/* The object's name says nothing to anyone: only its number keeps it apart from the others. */
static char *object_name(const struct cc *cc, const char *kind, size_t number)
{
    char *name;

    if (asprintf(&name, "%s/%s%zu.o", cc->work, kind, number) < 0) {
        exit(EXIT_INTERNAL);
    }
    return name;
}

static bool compile_sources(const struct cc *cc, struct cc_words *objects)
{
    bool good = true;

    for (size_t i = 0; i < cc->sources.count; i++) {
        char *object = object_name(cc, "source", i);

        cc_words_add(objects, object);
        if (isatty(STDERR_FILENO)) {
            (void)fprintf(stderr, "[%zu/%zu] %s\n", i + 1, cc->sources.count, cc->sources.word[i]);
        }
        good &= compile(cc, cc->sources.word[i], false, object);
    }
    return good;
}

static bool compile_glue(const struct cc *cc, const char *const *files, const char *kind,
                         struct cc_words *objects)
{
    for (size_t i = 0; files[i] != NULL; i++) {
        char *object = object_name(cc, kind, i);
        char source[PATH_MAX];

        cc_words_add(objects, object);
        (void)snprintf(source, sizeof(source), "%.4000s/glue/%s", cc->root, files[i]);
        if (!compile(cc, source, true, object)) {
            return false;
        }
    }
    return true;
}

/* The C library part goes into an archive, so that only what the driver calls is linked. */
static bool make_archive(const struct cc *cc, const char *archive)
{
    static const char *const files[] = { "crt.c", "crt_print.c", NULL };
    struct cc_words words = { .count = 0 };
    bool good;

    cc_words_add(&words, "ar");
    cc_words_add(&words, "qcs");
    cc_words_add(&words, archive);
    good = compile_glue(cc, files, "library", &words) && run(cc, &words);
    for (size_t i = 3; i < words.count; i++) {
        free((void *)(uintptr_t)words.word[i]);
    }
    return good;
}

static bool link_image(const struct cc *cc, const struct cc_words *objects)
{
    struct cc_words words = { .count = 0 };
    char script[PATH_MAX];
    char archive[PATH_MAX];

    (void)snprintf(script, sizeof(script), "-Wl,-T,%.4000s/glue/page.ld", cc->root);
    (void)snprintf(archive, sizeof(archive), "%.4000s/libcrt.a", cc->work);
    if (!make_archive(cc, archive)) {
        return false;
    }
    cc_words_add(&words, compiler(cc, false));
    cc_words_add(&words, "-shared");
    cc_words_add(&words, "-Wl,-Bsymbolic");
    cc_words_add(&words, "-Wl,-z,noexecstack");
    cc_words_add(&words, script);
    if (cc->mode == CC_WINDOWS) {
        cc_words_add(&words, "-nostdlib");
    } else {
        add_sanitizer(cc, &words);
    }
    add_all(&words, objects->word);
    cc_words_add(&words, archive);
    cc_words_add(&words, "-o");
    cc_words_add(&words, cc->output);
    return run(cc, &words);
}

static bool build(const struct cc *cc)
{
    static const char *const runtime[] = { "runtime.c", "variables.c", NULL };
    static const char *const native[] = { "native.c", NULL };
    static const char *const none[] = { NULL };
    static const char *const sanitizers[][2] = {
        [CC_PLAIN] = { NULL, NULL },
        [CC_ASAN] = { "asan.c", NULL },
        [CC_TSAN] = { "tsan.c", NULL },
    };
    bool windows = cc->mode == CC_WINDOWS;
    struct cc_words objects = { .count = 0 };
    bool good = compile_sources(cc, &objects) &&
                compile_glue(cc, windows ? runtime : native, "glue", &objects) &&
                compile_glue(cc, windows ? sanitizers[cc->sanitizer] : none, "san", &objects) &&
                link_image(cc, &objects) && (cc->depfile == NULL || cc_depfile_write(cc, &objects));

    for (size_t i = 0; i < objects.count; i++) {
        free((void *)(uintptr_t)objects.word[i]);
    }
    return good;
}

int cc_command(int count, char **words)
{
    struct cc cc = { .mode = CC_WINDOWS };
    int code = EXIT_USAGE;

    if (count == 2 && strcmp(words[1], "--help") == 0) {
        (void)fputs(help, stdout);
        return EXIT_PASS;
    }
    (void)cc_wpp_add(&cc.wpp, "DoTraceMessage(FLAGS,MSG,...)");
    if (parse(&cc, count, words) && find_root(&cc) && make_work_folder(&cc)) {
        if (cc_includes_repair(&cc) && build(&cc)) {
            code = cc_imports_check(&cc) == 0 ? EXIT_PASS : EXIT_BREACH;
        }
        (void)nftw(cc.work, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    }
    free(cc.wpp.text);
    return code;
}
