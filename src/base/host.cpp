#include "base/host.h"

#include <cstdint>

#include "base/text.h"

namespace longread {
namespace {

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

// First and last letter of the stretches that stand in a host as they are: small letters without a
// compatibility mapping, of the scripts in common use. The alternating blocks of Latin and Cyrillic are
// handled by to_small.
constexpr char16_t host_letters[] = {
    0x00DF, 0x00F6, 0x00F8, 0x012F, 0x0131, 0x0131, 0x0135, 0x013E, 0x0142, 0x0148, 0x014B, 0x0177,
    0x017A, 0x017E, 0x03AC, 0x03CE, 0x0430, 0x045F, 0x048B, 0x04BF, 0x04C2, 0x04FF, 0x0561, 0x0586,
    0x05D0, 0x05EA, 0x0620, 0x064A, 0x066E, 0x0674, 0x0679, 0x06D3, 0x06FA, 0x06FC, 0x0904, 0x0939,
    0x093E, 0x094D, 0x0966, 0x096F, 0x0E01, 0x0E32, 0x0E34, 0x0E3A, 0x0E40, 0x0E4E, 0x10D0, 0x10FA,
    0x1EA0, 0x1EF9, 0x3041, 0x3096, 0x30A1, 0x30FA, 0x30FC, 0x30FC, 0x4E00, 0x9FFF, 0xAC00, 0xD7A3,
};

char32_t to_small(char32_t c) {
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) ||
        (c >= 0x410 && c <= 0x42F)) {
        return c + 0x20;
    }
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    // Pairs of a capital and its small letter: the capital is even, but odd in two stretches.
    const bool odd_capital =
        (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x4C1 && c <= 0x4CE);
    const bool paired = (c >= 0x100 && c <= 0x17E && c != 0x130 && c != 0x131 && c != 0x138 && c != 0x178) ||
                        (c >= 0x48A && c <= 0x4FF && c != 0x4C0 && c != 0x4CF) ||
                        (c >= 0x1EA0 && c <= 0x1EF9);
    return paired && (c % 2 == 1) == odd_capital ? c + 1 : c;
}

bool stands_in_host(char32_t c) {
    for (std::size_t i = 0; i < sizeof host_letters / sizeof host_letters[0]; i += 2) {
        if (c >= host_letters[i] && c <= host_letters[i + 1]) return true;
    }
    return false;
}

constexpr std::size_t longest_label = 63;  // in DNS, as the next
constexpr std::size_t longest_host = 255;

struct Label {
    char32_t letters[longest_label] = {};
    std::uint32_t size = 0;

    [[nodiscard]] const char32_t* begin() const { return letters; }
    [[nodiscard]] const char32_t* end() const { return letters + size; }
};

// RFC 3492: the letters of a label that are ASCII, a hyphen, then where and which the others are.
void append_punycode(TextBuffer& out, const Label& label) {
    const std::size_t begin = out.size();
    for (const char32_t c : label) {
        if (c < 0x80) out += static_cast<char>(c);
    }
    const auto plain = static_cast<std::uint32_t>(out.size() - begin);
    if (plain > 0) out += '-';
    std::uint32_t done = plain;
    std::uint32_t last = 0x80;
    std::uint32_t delta = 0;
    std::uint32_t bias = 72;
    while (done < label.size) {
        std::uint32_t least = 0x10FFFF;
        for (const char32_t c : label) {
            if (c >= last && c < least) least = c;
        }
        delta += (least - last) * (done + 1);
        last = least;
        for (const char32_t c : label) {
            if (c < last) ++delta;
            if (c != last) continue;
            std::uint32_t rest = delta;
            for (std::uint32_t k = 36;; k += 36) {
                const std::uint32_t t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
                const std::uint32_t digit = rest < t ? rest : t + (rest - t) % (36 - t);
                out += static_cast<char>(digit < 26 ? 'a' + digit : '0' + digit - 26);
                if (rest < t) break;
                rest = (rest - t) / (36 - t);
            }
            std::uint32_t step = (done == plain ? delta / 700 : delta / 2);
            ++done;
            step += step / done;
            bias = 0;
            for (; step > 455; step /= 35) bias += 36;
            bias += 36 * step / (step + 38);
            delta = 0;
        }
        ++delta;
        ++last;
    }
}

// One label of a host in its ASCII form; false where it holds what does not belong there.
bool append_label(TextBuffer& out, std::string_view label) {
    Label letters;
    bool ascii = true;
    for (std::size_t i = 0; i < label.size();) {
        const CodePoint c = decode_at(label, i);
        i += c.size;
        char32_t letter = to_small(c.value);
        if (c.value < 0x80) {
            const char byte = static_cast<char>(c.value);
            if (!is_letter(byte) && !is_digit(byte) && byte != '-' && byte != '_') return false;
            if (is_letter(byte)) letter |= 0x20U;
        } else if (!stands_in_host(letter)) {
            return false;
        }
        ascii = ascii && letter < 0x80;
        if (letters.size == longest_label) return false;
        letters.letters[letters.size++] = letter;
    }
    // "xn--" says that what follows is encoded: it cannot hold other letters, and has to hold something.
    const bool encoded = equals_ignoring_ascii_case(label.substr(0, 4), "xn--");
    if (letters.size == 0 || (encoded && (!ascii || letters.size == 4))) return false;
    const std::size_t begin = out.size();
    if (!ascii) out += "xn--";
    append_punycode(out, letters);
    // Punycode of ASCII letters alone is themselves and a hyphen.
    if (ascii) out.cut(out.size() - 1);
    return out.size() - begin <= longest_label;
}

// Whether a host that ends in a number is an IPv4 address in its plain form, the only one that is let
// through.
bool is_ipv4(std::string_view host) {
    int parts = 0;
    while (true) {
        const std::size_t end = host.find('.');
        const std::string_view part = host.substr(0, end);
        if (part.empty() || part.size() > 3 || (part[0] == '0' && part.size() > 1)) return false;
        int value = 0;
        for (const char c : part) {
            if (!is_digit(c)) return false;
            value = value * 10 + (c - '0');
        }
        if (value > 255) return false;
        ++parts;
        if (end == std::string_view::npos) return parts == 4;
        host.remove_prefix(end + 1);
    }
}

bool ends_in_number(std::string_view host) {
    const std::string_view last = host.substr(host.rfind('.') + 1);
    if (last.substr(0, 2) == "0x") return true;
    for (const char c : last) {
        if (!is_digit(c)) return false;
    }
    return true;
}

// Eight groups of up to four digits, or fewer and "::" once in the place of those that are zero.
bool is_ipv6(std::string_view text) {
    const std::size_t gap = text.find("::");
    const bool is_short = gap != std::string_view::npos;
    if (is_short && text.find("::", gap + 1) != std::string_view::npos) return false;
    if (text.front() == ':' && gap != 0) return false;
    if (text.back() == ':' && gap != text.size() - 2) return false;
    int groups = 0;
    int colons = 0;
    int digits = 0;
    for (const char c : text) {
        if (c != ':' && !is_hex(c)) return false;
        if (c == ':') ++colons;
        digits = c == ':' ? 0 : digits + 1;
        if (digits == 1) ++groups;
        if (digits > 4) return false;
    }
    return is_short ? groups <= 7 : groups == 8 && colons == 7;
}

bool append_ipv6(TextBuffer& out, std::string_view host) {
    append_lower_ascii(out, host);
    return is_ipv6(host.substr(1, host.size() - 2));
}

}  // namespace

bool append_host(TextBuffer& out, std::string_view host) {
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') return append_ipv6(out, host);
    if (host.empty()) return false;
    const std::size_t start = out.size();
    const std::size_t last = host.size() - (host.back() == '.' ? 1 : 0);  // a full stop at the end: the root
    std::string_view rest = host.substr(0, last);
    while (true) {
        const std::size_t end = rest.find('.');
        if (!append_label(out, rest.substr(0, end))) return false;
        if (end == std::string_view::npos) break;
        out += '.';
        rest.remove_prefix(end + 1);
    }
    const std::string_view written = out.view().substr(start);
    if (ends_in_number(written) && (last != host.size() || !is_ipv4(written))) return false;
    if (last != host.size()) out += '.';
    return out.size() - start <= longest_host;
}

}  // namespace longread
