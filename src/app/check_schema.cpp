#include "app/check_schema.h"

#include "base/text.h"
#include "read/document_reader.h"

namespace longread {
namespace {

struct Fault {
    Code code{};
    JsonValue at;
    std::string_view detail;
};
using Faults = List<Fault>;

// A schema or a part of one, and the document that its references begin from.
struct Schema {
    JsonValue rules;
    JsonValue document;
};

bool is_number(JsonValue value) { return value.is(JsonKind::integer) || value.is(JsonKind::decimal); }

bool is_of_type(JsonValue value, std::string_view type) {
    if (type == "string") return value.is(JsonKind::string);
    if (type == "integer") return value.is(JsonKind::integer);
    if (type == "number") return is_number(value);
    if (type == "boolean") return value.is(JsonKind::boolean);
    if (type == "array") return value.is(JsonKind::array);
    return type != "object" || value.is(JsonKind::object);
}

// Of strings, integers and booleans, as the schemas have them.
bool is_same(JsonValue a, JsonValue b) {
    return a.kind() == b.kind() && a.text() == b.text() && a.integer() == b.integer() &&
           a.boolean() == b.boolean();
}

bool is_listed(JsonValue value, JsonValue rules) {
    const JsonValue constant = rules.find("const");
    if (constant.exists() && !is_same(value, constant)) return false;
    const JsonValue list = rules.find("enum");
    for (const JsonValue item : list) {
        if (is_same(value, item)) return true;
    }
    return !list.exists();
}

std::int64_t whole_part(JsonValue number) {
    std::int64_t whole = 0;
    const std::string_view text = number.text();
    for (const char c : text.substr(text.substr(0, 1) == "-" ? 1 : 0)) {
        if (c < '0' || c > '9' || whole > 1'000'000'000'000) break;
        whole = whole * 10 + (c - '0');
    }
    return text.substr(0, 1) == "-" ? -whole : whole;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += decode_at(text, i).size) ++count;
    return count;
}

std::size_t count_items(JsonValue list) {
    std::size_t count = 0;
    for (JsonValue item = list.first(); item.exists(); item = item.next(list)) ++count;
    return count;
}

bool is_beyond(std::size_t size, JsonValue least, JsonValue most) {
    const auto length = static_cast<std::int64_t>(size);
    return (least.exists() && length < least.integer()) || (most.exists() && length > most.integer());
}

class SchemaChecker {
  public:
    SchemaChecker(const SchemaSource& schemas, Arena& arena) : schemas_(schemas), arena_(arena) {}

    // Parsed once for all references to it.
    Schema load(std::string_view file) {
        for (const Loaded& loaded : loaded_) {
            if (loaded.file == file) return loaded.schema;
        }
        const Result<JsonDocument> document = parse_json(schemas_.find(file), arena_);
        const JsonValue root = document ? document->root() : JsonValue();
        return loaded_.add({file, {root, root}}, arena_).schema;
    }

    void check(JsonValue value, Schema schema, Faults& faults) {
        // Forms within forms are tried one after the other: a document must not make that last.
        constexpr int most_steps = 1'000'000;
        if (++steps_ > most_steps) return;
        schema = follow(schema);
        const JsonValue type = schema.rules.find("type");
        if (type.exists() && !is_of_type(value, type.text())) {
            return add(faults, Code::wrong_type, value, type.text());
        }
        if (!is_listed(value, schema.rules)) return add(faults, Code::bad_value, value, value.text());
        check_string(value, schema.rules, faults);
        check_number(value, schema.rules, faults);
        check_list(value, schema, faults);
        check_members(value, schema, faults);
        if (const JsonValue forms = schema.rules.find("anyOf"); forms.exists() && !has_format(forms))
            check_forms(value, {forms, schema.document}, faults);
    }

  private:
    // Dates and times: the readers' part.
    static bool has_format(JsonValue forms) {
        return forms.first().find("format").exists() && !forms.first().find("type").exists();
    }

    void add(Faults& faults, Code code, JsonValue at, std::string_view detail) {
        faults.add({code, at, detail}, arena_);
    }

    // The schema that a reference names: "card.schema.json", "#/$defs/link", or one in another file.
    Schema follow(Schema schema) {
        for (JsonValue reference = schema.rules.find("$ref"); reference.exists();
             reference = schema.rules.find("$ref")) {
            std::string_view path = reference.text();
            const std::string_view file = path.substr(0, path.find('#'));
            path.remove_prefix(file.size());
            schema = file.empty() ? Schema{schema.document, schema.document} : load(file);
            for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
                 slash = path.find('/')) {
                path.remove_prefix(slash + 1);
                schema.rules = schema.rules.find(path.substr(0, path.find('/')));
            }
        }
        return schema;
    }

    void check_string(JsonValue value, JsonValue rules, Faults& faults) {
        if (!value.is(JsonKind::string)) return;
        const std::string_view text = value.text();
        const JsonValue pattern = rules.find("pattern");
        const bool is_long =
            is_beyond(count_characters(text), rules.find("minLength"), rules.find("maxLength"));
        const bool matches = !pattern.exists() || schemas_.matches(text, pattern.text());
        if (is_long || !matches) add(faults, Code::bad_value, value, text);
    }

    void check_number(JsonValue value, JsonValue rules, Faults& faults) {
        if (!is_number(value)) return;
        const std::int64_t number = whole_part(value);
        const JsonValue least = rules.find("minimum");
        const JsonValue most = rules.find("maximum");
        const bool is_low = least.exists() && (number < least.integer() ||
                                               (value.text().substr(0, 1) == "-" && least.integer() == 0));
        if (is_low || (most.exists() && number > most.integer()))
            add(faults, Code::bad_value, value, value.text());
    }

    void check_list(JsonValue value, Schema schema, Faults& faults) {
        if (!value.is(JsonKind::array)) return;
        if (is_beyond(count_items(value), schema.rules.find("minItems"), schema.rules.find("maxItems")))
            add(faults, Code::bad_value, value, "the number of items");
        const JsonValue rules = schema.rules.find("items");
        if (!rules.exists()) return;
        for (const JsonValue item : value) check(item, {rules, schema.document}, faults);
    }

    void check_members(JsonValue value, Schema schema, Faults& faults) {
        if (!value.is(JsonKind::object)) return;
        for (const JsonValue name : schema.rules.find("required")) {
            if (!value.find(name.text()).exists()) add(faults, Code::missing_field, value, name.text());
        }
        const JsonValue known = schema.rules.find("properties");
        for (const JsonValue member : value) {
            const JsonValue rules = known.find(member.key());
            if (rules.exists()) check(member, {rules, schema.document}, faults);
        }
    }

    // Whether the value is meant to be of that form: of its type and with its name, if forms have names.
    bool is_meant(JsonValue value, Schema form) {
        form = follow(form);
        const JsonValue type = form.rules.find("type");
        if (type.exists() && !is_of_type(value, type.text())) return false;
        const JsonValue forms = form.rules.find("anyOf");
        for (const JsonValue inner : forms) {
            if (is_meant(value, {inner, form.document})) return true;
        }
        if (forms.exists()) return false;
        const JsonValue name = form.rules.find("properties").find("type");
        return !name.exists() || is_listed(value.find("type"), name);
    }

    // Of the forms that are meant, the one with the fewest faults.
    void check_forms(JsonValue value, Schema forms, Faults& faults) {
        bool found = false;
        Faults fewest;
        for (const JsonValue rules : forms.rules) {
            const Schema form{rules, forms.document};
            if (!is_meant(value, form)) continue;
            Faults own;
            check(value, form, own);
            if (!found || own.size() < fewest.size()) fewest = own;
            found = true;
            if (own.empty()) return;
        }
        if (!found)
            add(faults, Code::bad_value, value,
                value.is(JsonKind::object) ? value.find("type").text() : value.text());
        faults.add_all(fewest, arena_);
    }

    struct Loaded {
        std::string_view file;
        Schema schema;
    };

    const SchemaSource& schemas_;
    Arena& arena_;
    List<Loaded> loaded_;
    int steps_ = 0;
};

}  // namespace

Notes check_schema(std::string_view source, JsonValue root, std::string_view name,
                   const SchemaSource& schemas, Arena& arena) {
    Notes notes;
    SchemaChecker checker(schemas, arena);
    const Schema schema = checker.load(name);
    if (!schema.rules.exists()) return notes;
    Faults faults;
    checker.check(root, schema, faults);
    DocumentReader reader(source, {}, arena, notes);
    for (const Fault& fault : faults) reader.note(fault.code, fault.at, fault.detail);
    return notes;
}

}  // namespace longread
