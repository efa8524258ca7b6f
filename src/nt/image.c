/* SPDX-License-Identifier: MIT */
#include "nt/image.h"

#include "machine/heap.h"
#include "nt/elf.h"
#include "nt/state.h"
#include "verify/verify.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MISSING_NAMES_MAX 24u

struct nt_readonly {
    struct list link;
    uintptr_t start;
    uintptr_t end;
};

/* The shared objects a driver asks for beside the host: usually the C library, if any. */
#define NEEDED_MAX 8u
struct needed {
    void *handles[NEEDED_MAX];
    size_t count;
};

static void open_needed(const struct elf_file *file, struct needed *needed)
{
    const char *name;

    needed->count = 0;
    for (size_t i = 0; i < NEEDED_MAX && (name = elf_needed(file, i)) != NULL; i++) {
        void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);

        if (handle != NULL) {
            needed->handles[needed->count++] = handle;
        }
    }
}

static void close_needed(struct needed *needed)
{
    while (needed->count > 0) {
        (void)dlclose(needed->handles[--needed->count]);
    }
}

static bool is_provided(const struct needed *needed, const char *symbol)
{
    if (dlsym(RTLD_DEFAULT, symbol) != NULL) {
        return true;
    }
    for (size_t i = 0; i < needed->count; i++) {
        if (dlsym(needed->handles[i], symbol) != NULL) {
            return true;
        }
    }
    return false;
}

/* Names every import that nobody provides. Returns false when there are some. */
static bool check_imports(const struct elf_file *file, const char *path, char *error,
                          size_t error_bytes)
{
    struct needed needed;
    const char *symbol;
    size_t missing = 0;
    size_t used = 0;

    open_needed(file, &needed);
    for (size_t i = 0; (symbol = elf_import(file, i)) != NULL; i++) {
        if (is_provided(&needed, symbol)) {
            continue;
        }
        if (missing++ == 0) {
            used = (size_t)snprintf(error, error_bytes,
                                    "%s imports functions that dxghost does not have:", path);
        }
        if (missing <= MISSING_NAMES_MAX && used < error_bytes) {
            used += (size_t)snprintf(error + used, error_bytes - used, "%s %s",
                                     missing == 1 ? "" : ",", symbol);
        }
    }
    close_needed(&needed);
    if (missing > MISSING_NAMES_MAX && used < error_bytes) {
        (void)snprintf(error + used, error_bytes - used, " and %zu more",
                       missing - MISSING_NAMES_MAX);
    }
    return missing == 0;
}

/* A name that was never used before: the loader answers a name it knows with the object it knows,
 * and that of a machine that crashed stays loaded. */
static void copy_path(char *path, size_t path_bytes, int descriptor)
{
    static _Atomic uint32_t copies;
    uint32_t number = ++copies;
    size_t length = (size_t)snprintf(path, path_bytes, "/proc/self/");

    for (; number != 0 && length + 32 < path_bytes; number >>= 1) {
        length += (size_t)snprintf(path + length, path_bytes - length, "%s",
                                   (number & 1) != 0 ? "./" : "fd/../");
    }
    (void)snprintf(path + length, path_bytes - length, "fd/%d", descriptor);
}

/* A file of the same content that the loader has not seen yet. */
static void *open_copy(const struct elf_file *file)
{
    char path[512];
    void *handle = NULL;
    size_t written = 0;
    int descriptor = memfd_create("dxghost-driver", MFD_CLOEXEC);

    if (descriptor < 0) {
        return NULL;
    }
    while (written < file->size) {
        ssize_t step = write(descriptor, file->bytes + written, file->size - written);

        if (step <= 0) {
            break;
        }
        written += (size_t)step;
    }
    if (written == file->size) {
        copy_path(path, sizeof(path), descriptor);
        handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    }
    (void)close(descriptor);
    return handle;
}

/* By its own name where possible, since debuggers and sanitizers then find its source lines. */
static void *open_fresh(const struct elf_file *file, const char *path)
{
    void *loaded = dlopen(path, RTLD_LAZY | RTLD_NOLOAD);

    if (loaded == NULL) {
        return dlopen(path, RTLD_NOW | RTLD_LOCAL);
    }
    (void)dlclose(loaded);
    return open_copy(file);
}

static struct nt_section locate(const struct elf_file *file, const char *name, uintptr_t base)
{
    uint64_t address;
    uint64_t bytes;
    uint64_t alignment;

    if (!elf_section(file, name, &address, &bytes, &alignment)) {
        return (struct nt_section){ 0 };
    }
    return (struct nt_section){ .start = base + address, .end = base + address + bytes };
}

static void note_read_only(struct machine *machine, struct nt_image *image,
                           const struct elf_file *file)
{
    uint64_t extent = elf_extent(file);
    struct nt_readonly *range = NULL;

    list_init(&image->read_only);
    for (uint64_t page = 0; page < extent; page += DXGH_PAGE_SIZE) {
        uint32_t flags = elf_segment_at(file, page);

        if (flags == 0 || (flags & PF_W) != 0) {
            range = NULL;
            continue;
        }
        if (range == NULL) {
            range = MACHINE_NEW(machine, struct nt_readonly);
            range->start = image->base + page;
            list_push_back(&image->read_only, &range->link);
        }
        range->end = image->base + page + DXGH_PAGE_SIZE;
    }
}

static struct nt_image *make_image(struct machine *machine, const struct elf_file *file,
                                   const char *path, void *handle)
{
    struct nt_image *image = MACHINE_NEW(machine, struct nt_image);
    struct link_map *map = NULL;

    image->path = machine_heap_alloc(machine, strlen(path) + 1);
    memcpy(image->path, path, strlen(path) + 1);
    image->handle = handle;
    (void)dlinfo(handle, RTLD_DI_LINKMAP, &map);
    image->base = map->l_addr;
    image->end = image->base + elf_extent(file);
    *(void **)&image->entry = dlsym(handle, "DriverEntry");
    image->page = locate(file, "PAGE", image->base);
    image->init = locate(file, "INIT", image->base);
    image->constructors = locate(file, ".dxghost_init", image->base);
    note_read_only(machine, image, file);
    nt_of(machine)->image = image;
    verify_image_set(machine, image->path, image->base, image->end);
    return image;
}

struct nt_image *nt_image_load(struct machine *machine, const char *path, char *error,
                               size_t error_bytes)
{
    char absolute[PATH_MAX];
    struct elf_file file;
    struct nt_image *image = NULL;
    const char *cause;
    void *handle;

    if (realpath(path, absolute) == NULL) {
        (void)snprintf(error, error_bytes, "%s: %s", path, strerror(errno));
        return NULL;
    }
    if (!elf_open(&file, absolute, &cause)) {
        (void)snprintf(error, error_bytes, "%s: %s", path, cause);
        return NULL;
    }
    if (!elf_exports(&file, "DriverEntry")) {
        (void)snprintf(error, error_bytes,
                       "%s: no driver: it does not export DriverEntry (is it extern \"C\" and "
                       "visible?)",
                       path);
    } else if (check_imports(&file, path, error, error_bytes)) {
        handle = open_fresh(&file, absolute);
        if (handle == NULL) {
            const char *reason = dlerror();

            (void)snprintf(error, error_bytes, "%s: %s", path,
                           reason == NULL ? "it cannot be loaded" : reason);
        } else {
            image = make_image(machine, &file, absolute, handle);
        }
    }
    elf_close(&file);
    return image;
}

void nt_image_unload(struct machine *machine, struct nt_image *image)
{
    if (image == NULL) {
        return;
    }
    if (machine->hooks.pages_show != NULL) {
        machine->hooks.pages_show(machine);
    }
    if (image->init_sealed) {
        uintptr_t bytes = image->init.end - image->init.start;

        (void)mprotect((void *)image->init.start, bytes, PROT_READ | PROT_EXEC);
    }
    (void)dlclose(image->handle);
    LIST_FOR_EACH_SAFE(link, &image->read_only) {
        machine_heap_free(machine, LIST_ENTRY_OF(link, struct nt_readonly, link));
    }
    if (nt_of(machine)->image == image) {
        nt_of(machine)->image = NULL;
    }
    machine_heap_free(machine, image->path);
    machine_heap_free(machine, image);
}

/*
 * An image of either mode: the callee may use the space above its return address, as the Microsoft
 * convention allows, and may clobber what System V's allows.
 */
__attribute__((noinline)) static void call_constructor(void(NTAPI *constructor)(void))
{
    constructor();
    __asm__ volatile("" ::
                         : "rdi", "rsi", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",
                           "xmm13", "xmm14", "xmm15", "memory");
}

void nt_image_construct(const struct nt_image *image)
{
    typedef void(NTAPI * constructor_fn)(void);
    const constructor_fn *end = (const constructor_fn *)image->constructors.end;

    for (const constructor_fn *at = (const constructor_fn *)image->constructors.start; at < end;
         at++) {
        if (*at != NULL) {
            call_constructor(*at);
        }
    }
}

void nt_image_seal_init(struct machine *machine, struct nt_image *image)
{
    uintptr_t bytes = (uintptr_t)align_up(image->init.end - image->init.start, DXGH_PAGE_SIZE);

    (void)machine;
    if (bytes == 0 || image->init.start % DXGH_PAGE_SIZE != 0 ||
        image->init.end % DXGH_PAGE_SIZE != 0) {
        return;
    }
    image->init_sealed = mprotect((void *)image->init.start, bytes, PROT_NONE) == 0;
}

struct nt_image *nt_image_current(const struct machine *machine)
{
    return nt_of(machine)->image;
}

bool nt_image_is_readonly(const struct machine *machine, uintptr_t address)
{
    const struct nt_image *image = nt_of(machine)->image;

    if (image == NULL) {
        return false;
    }
    LIST_FOR_EACH(link, &image->read_only) {
        const struct nt_readonly *range = LIST_ENTRY_OF(link, struct nt_readonly, link);

        if (address >= range->start && address < range->end) {
            return true;
        }
    }
    return false;
}

bool nt_image_describe(const struct machine *machine, uintptr_t address, char *text,
                       size_t text_bytes)
{
    const struct nt_image *image = nt_of(machine)->image;
    const char *part = "data";

    if (image == NULL || address < image->base || address >= image->end) {
        return false;
    }
    if (address >= image->init.start && address < image->init.end) {
        part = "INIT section, which is discarded after DriverEntry";
    } else if (address >= image->page.start && address < image->page.end) {
        part = "PAGE section, which is pageable";
    } else if (nt_image_is_readonly(machine, address)) {
        part = "code or read-only data";
    }
    (void)snprintf(text, text_bytes, "the driver image's %s, at offset %#lx", part,
                   (unsigned long)(address - image->base));
    return true;
}
