// Where the known services take donations: the URL templates of their payment pages.
#pragma once

#include <string_view>

#include "base/arena.h"

namespace longread {

// The template for a service ("stripe", "paypal", "donorbox", "givebutter", "every.org", "ko-fi", "givewp")
// and an account there: the id of a payment link or button, the name of a form or page; for GiveWP, which
// runs on the publisher's own site, host and path of the form's page. {amount}, {currency}, {frequency},
// {campaign} and {variant} are filled in by the page; {frequency|a|b|c} is a for once, b for monthly, c for
// annual. Empty for another service, or an account that is none.
std::string_view donate_url(std::string_view service, std::string_view account, Arena& arena);

}  // namespace longread
