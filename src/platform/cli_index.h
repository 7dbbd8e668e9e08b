// The verb `index`: builds an archive of related stories, whole, in parts or anew stories alone.
#pragma once

#include "platform/cli_options.h"

namespace longread {

// Returns the exit status of the command.
int index_archive(const CliOptions& options);

}  // namespace longread
