// The verb `related` for an archive: from its published files, two for each story, as a page reads them.
#pragma once

#include <cstddef>

#include "platform/cli_options.h"

namespace longread {

// Prints a line of JSON for each story that is asked for, as print_related does. Which stories there are in
// all is read from the work folder of the build. Returns the exit status of the command.
int print_archive_related(const CliOptions& options, std::size_t most);

}  // namespace longread
