// `longread simulate`: how often readers would be asked, before anybody is.
#pragma once

#include "platform/cli_options.h"

namespace longread {

// Lets synthetic readers read, prints what became of them, and writes the report that is wanted. 0, or the
// command's status where the files or the options are no good.
int simulate_asks(const CliOptions& options);

}  // namespace longread
