// `longread explain`: why a reader is asked, or is not.
#pragma once

#include "platform/cli_options.h"

namespace longread {

// Prints every condition of every campaign, and what follows. 0, or the command's status where the files or
// the options are no good.
int explain_asks(const CliOptions& options);

}  // namespace longread
