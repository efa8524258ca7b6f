/* SPDX-License-Identifier: MIT */
/*
 * A look into an ELF shared object before it is loaded: is it one, what does it import and export,
 * where are its sections. Knows nothing of drivers. Every offset of the file is checked.
 */
#ifndef NT_ELF_H
#define NT_ELF_H

#include <elf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct elf_file {
    const uint8_t *bytes; /* a private mapping of the whole file */
    size_t size;
    const Elf64_Ehdr *header;
    const Elf64_Shdr *sections; /* NULL when the file has none */
    const char *section_names;
    size_t section_names_bytes;
    const Elf64_Sym *symbols; /* of .dynsym */
    size_t symbol_count;
    const char *strings; /* of .dynstr */
    size_t strings_bytes;
};

/**
 * elf_open - map a file and check that it is an x86-64 shared object
 * @error: receives why not, as a static text without the file's name
 * Returns: false with nothing left open.
 */
bool elf_open(struct elf_file *file, const char *path, const char **error);
void elf_close(struct elf_file *file);

/** elf_section - a section's place relative to the load address. False when there is none. */
bool elf_section(const struct elf_file *file, const char *name, uint64_t *address, uint64_t *bytes,
                 uint64_t *alignment);
bool elf_exports(const struct elf_file *file, const char *name);
/**
 * elf_import - the n-th undefined symbol that must be found (weak ones need not)
 * Returns: NULL behind the last one.
 */
const char *elf_import(const struct elf_file *file, size_t n);
/** elf_needed - the n-th shared object it asks for, NULL behind the last one */
const char *elf_needed(const struct elf_file *file, size_t n);
/** elf_segment_at - flags (PF_R, PF_W, PF_X) of the segment an address lies in; 0: none */
uint32_t elf_segment_at(const struct elf_file *file, uint64_t address);
/** elf_extent - one past the last byte of the image in memory */
uint64_t elf_extent(const struct elf_file *file);

#endif /* NT_ELF_H */
