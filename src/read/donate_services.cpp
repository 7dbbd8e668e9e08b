#include "read/donate_services.h"

#include "base/text.h"

namespace longread {
namespace {

// A service, and where its pages are; the account stands between it and what follows.
struct Service {
    std::string_view name;
    std::string_view before;
    std::string_view behind;
};

// Stripe: docs.stripe.com/payment-links/url-parameters. Its links have prices of their own. The others were
// not compared with what their services document: a publisher tries the link. Every.org has no annual gifts,
// and a gift once is never more than was chosen.
constexpr Service services[] = {
    {"stripe", "buy.stripe.com/", "?utm_campaign={campaign}&utm_content={variant}"},
    {"paypal", "www.paypal.com/donate/?hosted_button_id=", "&amount={amount}&currency_code={currency}"},
    {"donorbox", "donorbox.org/",
     "?amount={amount}&currency={currency}&default_interval={frequency|o|m|a}&utm_campaign={campaign}&utm_"
     "content={variant}"},
    {"givebutter", "givebutter.com/",
     "?amount={amount}&frequency={frequency|once|monthly|yearly}&utm_campaign={campaign}&utm_content={"
     "variant}"},
    {"every.org", "www.every.org/",
     "?utm_campaign={campaign}#/donate/card?amount={amount}&frequency={frequency|ONCE|MONTHLY|ONCE}"},
    {"ko-fi", "ko-fi.com/", "?utm_campaign={campaign}&utm_content={variant}"},
    {"givewp", "", "?amount={amount}&currency={currency}&utm_campaign={campaign}&utm_content={variant}"},
};

// Letters, digits and what stands in names; of a page, the slashes between them.
bool is_account(std::string_view account, bool is_page) {
    char before = '/';
    for (const char c : account) {
        const bool is_name = c > 0 && is_word(static_cast<char32_t>(c));
        if (!is_name && c != '-' && c != '_' && (before == '/' || (c != '.' && !(is_page && c == '/'))))
            return false;
        before = c;
    }
    const bool has_path = account.find('/') != std::string_view::npos;
    return !account.empty() && account.size() <= 200 && has_path == is_page;
}

}  // namespace

std::string_view donate_url(std::string_view service, std::string_view account, Arena& arena) {
    for (const Service& known : services) {
        if (known.name == service && is_account(account, known.before.empty()))
            return arena.join({"https://", known.before, account, known.behind});
    }
    return {};
}

}  // namespace longread
