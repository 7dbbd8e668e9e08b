// The verb `related`: ranks the stories of one file against each other.
#pragma once

#include "platform/cli_options.h"

namespace longread {

// Prints a line of JSON for each story that is asked for, {"id": ..., "related": [ids, best first]}. Returns
// the exit status of the command.
int print_related(const CliOptions& options);

}  // namespace longread
