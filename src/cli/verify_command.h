/* SPDX-License-Identifier: MIT */
/* `dxghost verify`: one driver, the whole battery, one verdict. */
#ifndef CLI_VERIFY_COMMAND_H
#define CLI_VERIFY_COMMAND_H

/** verify_command - `dxghost verify` with the words after it. Returns: the exit code. */
int verify_command(int count, char **words);

#endif /* CLI_VERIFY_COMMAND_H */
