/* SPDX-License-Identifier: MIT */
/*
 * Documents under docs/paths/ list the trace events of one request in a block that starts with
 * ```trace. A test holds the run against the block, so that the document cannot go stale.
 *
 * A line of the block is an event's name and, after spaces, the DDI it is about; what follows a #
 * is a remark. Only events that occur in the block are compared; all others of the run are passed
 * over.
 */
#ifndef TESTS_LIB_PATH_DOCUMENT_H
#define TESTS_LIB_PATH_DOCUMENT_H

#include "machine/machine.h"

/**
 * path_document_assert - the records [first, end) of the trace follow the document's block
 * @path: the document
 * Fails the test with both lists when they differ.
 */
void path_document_assert(struct machine *machine, const char *path, uint64_t first, uint64_t end);

#endif /* TESTS_LIB_PATH_DOCUMENT_H */
