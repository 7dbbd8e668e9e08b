// The schemas of the command's check: the embedded ones, with patterns as the C library has them.
#pragma once

#include "app/check_schema.h"

namespace longread {

SchemaSource native_schemas();

}  // namespace longread
