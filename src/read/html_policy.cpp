#include "read/html_policy.h"

#include "read/policy_reader.h"

namespace longread {

Blocks read_blocks(const HtmlTree& tree, const PolicyContext& context, Notes& notes) {
    return PolicyReader(tree, context, notes).read();
}

}  // namespace longread
