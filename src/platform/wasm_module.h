// What a module of ours does with a request: each defines this function once.
#pragma once

#include "app/answer.h"

namespace longread {

Reply answer_in_module(const Request& request, Arena& arena);

}  // namespace longread
