/* SPDX-License-Identifier: MIT */
#include "nt/elf.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool in_file(const struct elf_file *file, uint64_t offset, uint64_t bytes)
{
    return offset <= file->size && bytes <= file->size - offset;
}

/* A terminated string inside a table, or NULL. */
static const char *string_at(const char *table, size_t bytes, uint64_t offset)
{
    if (table == NULL || offset >= bytes || memchr(table + offset, 0, bytes - offset) == NULL) {
        return NULL;
    }
    return table + offset;
}

static bool map_file(struct elf_file *file, const char *path, const char **error)
{
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    void *mapping;

    if (descriptor < 0) {
        *error = "no such file, or it cannot be read";
        return false;
    }
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        (void)close(descriptor);
        *error = "not a file";
        return false;
    }
    if ((size_t)status.st_size < sizeof(Elf64_Ehdr)) {
        (void)close(descriptor);
        *error = "not an ELF file (too short)";
        return false;
    }
    mapping = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    (void)close(descriptor);
    if (mapping == MAP_FAILED) {
        *error = "it cannot be mapped";
        return false;
    }
    file->bytes = mapping;
    file->size = (size_t)status.st_size;
    return true;
}

static const char *other_machine(const Elf64_Ehdr *header)
{
    switch (header->e_machine) {
    case EM_AARCH64:
        return "built for AArch64, not for x86-64";
    case EM_ARM:
        return "built for 32-bit ARM, not for x86-64";
    case EM_386:
        return "built for 32-bit x86, not for x86-64";
    case EM_RISCV:
        return "built for RISC-V, not for x86-64";
    default:
        return "not built for x86-64 with 64 bits";
    }
}

static bool check_header(struct elf_file *file, const char **error)
{
    const Elf64_Ehdr *header = (const Elf64_Ehdr *)(const void *)file->bytes;

    if (memcmp(header->e_ident, ELFMAG, SELFMAG) != 0) {
        *error = file->bytes[0] == 'M' && file->bytes[1] == 'Z'
                     ? "a Windows image (.sys); build the driver's source for Linux"
                     : "not an ELF file";
    } else if (header->e_ident[EI_CLASS] != ELFCLASS64 || header->e_machine != EM_X86_64) {
        *error = other_machine(header);
    } else if (header->e_type != ET_DYN) {
        *error = header->e_type == ET_REL ? "an object file; link it with -shared"
                                          : "not a shared object";
    } else if (!in_file(file, header->e_phoff, (uint64_t)header->e_phnum * sizeof(Elf64_Phdr)) ||
               header->e_phentsize != sizeof(Elf64_Phdr)) {
        *error = "damaged (program headers)";
    } else {
        file->header = header;
        return true;
    }
    return false;
}

static const Elf64_Phdr *program_headers(const struct elf_file *file)
{
    return (const Elf64_Phdr *)(const void *)(file->bytes + file->header->e_phoff);
}

static void find_sections(struct elf_file *file)
{
    const Elf64_Ehdr *header = file->header;
    const Elf64_Shdr *sections;

    if (header->e_shoff == 0 || header->e_shentsize != sizeof(Elf64_Shdr) ||
        header->e_shstrndx >= header->e_shnum ||
        !in_file(file, header->e_shoff, (uint64_t)header->e_shnum * sizeof(Elf64_Shdr))) {
        return;
    }
    sections = (const Elf64_Shdr *)(const void *)(file->bytes + header->e_shoff);
    if (!in_file(file, sections[header->e_shstrndx].sh_offset,
                 sections[header->e_shstrndx].sh_size)) {
        return;
    }
    file->sections = sections;
    file->section_names = (const char *)file->bytes + sections[header->e_shstrndx].sh_offset;
    file->section_names_bytes = sections[header->e_shstrndx].sh_size;
}

static bool find_symbols(struct elf_file *file, const char **error)
{
    for (uint16_t i = 0; file->sections != NULL && i < file->header->e_shnum; i++) {
        const Elf64_Shdr *section = &file->sections[i];

        if (section->sh_type != SHT_DYNSYM || section->sh_link >= file->header->e_shnum) {
            continue;
        }
        const Elf64_Shdr *strings = &file->sections[section->sh_link];

        if (!in_file(file, section->sh_offset, section->sh_size) ||
            !in_file(file, strings->sh_offset, strings->sh_size)) {
            break;
        }
        file->symbols = (const Elf64_Sym *)(const void *)(file->bytes + section->sh_offset);
        file->symbol_count = section->sh_size / sizeof(Elf64_Sym);
        file->strings = (const char *)file->bytes + strings->sh_offset;
        file->strings_bytes = strings->sh_size;
        return true;
    }
    *error = "damaged (no dynamic symbols)";
    return false;
}

bool elf_open(struct elf_file *file, const char *path, const char **error)
{
    memset(file, 0, sizeof(*file));
    if (!map_file(file, path, error)) {
        return false;
    }
    if (!check_header(file, error)) {
        elf_close(file);
        return false;
    }
    find_sections(file);
    if (!find_symbols(file, error)) {
        elf_close(file);
        return false;
    }
    return true;
}

void elf_close(struct elf_file *file)
{
    if (file->bytes != NULL) {
        (void)munmap((void *)(uintptr_t)file->bytes, file->size);
        file->bytes = NULL;
    }
}

bool elf_section(const struct elf_file *file, const char *name, uint64_t *address, uint64_t *bytes,
                 uint64_t *alignment)
{
    for (uint16_t i = 0; file->sections != NULL && i < file->header->e_shnum; i++) {
        const Elf64_Shdr *section = &file->sections[i];
        const char *own =
            string_at(file->section_names, file->section_names_bytes, section->sh_name);

        if (own != NULL && strcmp(own, name) == 0) {
            *address = section->sh_addr;
            *bytes = section->sh_size;
            *alignment = section->sh_addralign;
            return true;
        }
    }
    return false;
}

bool elf_exports(const struct elf_file *file, const char *name)
{
    for (size_t i = 1; i < file->symbol_count; i++) {
        const char *own = string_at(file->strings, file->strings_bytes, file->symbols[i].st_name);

        if (file->symbols[i].st_shndx != SHN_UNDEF && own != NULL && strcmp(own, name) == 0) {
            return true;
        }
    }
    return false;
}

const char *elf_import(const struct elf_file *file, size_t n)
{
    for (size_t i = 1; i < file->symbol_count; i++) {
        const Elf64_Sym *symbol = &file->symbols[i];
        const char *own = string_at(file->strings, file->strings_bytes, symbol->st_name);

        if (symbol->st_shndx == SHN_UNDEF && ELF64_ST_BIND(symbol->st_info) == STB_GLOBAL &&
            own != NULL && own[0] != '\0' && n-- == 0) {
            return own;
        }
    }
    return NULL;
}

const char *elf_needed(const struct elf_file *file, size_t n)
{
    const Elf64_Phdr *headers = program_headers(file);

    for (uint16_t i = 0; i < file->header->e_phnum; i++) {
        if (headers[i].p_type != PT_DYNAMIC ||
            !in_file(file, headers[i].p_offset, headers[i].p_filesz)) {
            continue;
        }
        const Elf64_Dyn *dynamic =
            (const Elf64_Dyn *)(const void *)(file->bytes + headers[i].p_offset);

        for (size_t d = 0; d < headers[i].p_filesz / sizeof(*dynamic); d++) {
            if (dynamic[d].d_tag == DT_NEEDED && n-- == 0) {
                return string_at(file->strings, file->strings_bytes, dynamic[d].d_un.d_val);
            }
        }
    }
    return NULL;
}

uint32_t elf_segment_at(const struct elf_file *file, uint64_t address)
{
    const Elf64_Phdr *headers = program_headers(file);

    for (uint16_t i = 0; i < file->header->e_phnum; i++) {
        if (headers[i].p_type == PT_LOAD && address >= headers[i].p_vaddr &&
            address - headers[i].p_vaddr < headers[i].p_memsz) {
            return headers[i].p_flags;
        }
    }
    return 0;
}

uint64_t elf_extent(const struct elf_file *file)
{
    const Elf64_Phdr *headers = program_headers(file);
    uint64_t end = 0;

    for (uint16_t i = 0; i < file->header->e_phnum; i++) {
        uint64_t last = headers[i].p_vaddr + headers[i].p_memsz;

        if (headers[i].p_type == PT_LOAD && last > end) {
            end = last;
        }
    }
    return end;
}
