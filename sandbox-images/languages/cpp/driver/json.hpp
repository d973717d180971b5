
#undef main
#line 1 "json.hpp"
/* JSON in, and values of C++ to and from it. Numbers stay text until it is known what type they are wanted as. */
namespace grader {

struct NotJson {
    std::string why;
};

struct Json {
    enum Kind { NOTHING, NO, YES, NUMBER, STRING, LIST, OBJECT } kind = NOTHING;
    std::string text;
    std::vector<Json> items;
    std::vector<std::string> names; /* of an object's items */
};

/* Of what the grader wrote, so that only its end is looked for. */
class Reader {
    const std::string &in;
    std::size_t at = 0;

    char peek() {
        while (at < in.size() && std::strchr(" \t\r\n", in[at])) at++;
        if (at >= in.size()) throw NotJson{"a request that is cut off"};
        return in[at];
    }

    bool take(char wanted) { return peek() == wanted && ++at; }

    unsigned hex() {
        unsigned value = (unsigned)std::stoul(in.substr(at, 4), nullptr, 16);
        at += 4;
        return value;
    }

    static void utf8(std::string &out, unsigned code) {
        if (code < 0x80) {
            out += (char)code;
        } else if (code < 0x800) {
            out += {(char)(0xC0 | code >> 6), (char)(0x80 | (code & 63))};
        } else if (code < 0x10000) {
            out += {(char)(0xE0 | code >> 12), (char)(0x80 | (code >> 6 & 63)), (char)(0x80 | (code & 63))};
        } else {
            out += {(char)(0xF0 | code >> 18), (char)(0x80 | (code >> 12 & 63)), (char)(0x80 | (code >> 6 & 63)), (char)(0x80 | (code & 63))};
        }
    }

    std::string string() {
        std::string out;
        for (at++; at < in.size() && in[at] != '"';) {
            if (in[at] != '\\') {
                out += in[at++];
                continue;
            }
            char escape = in[at + 1];
            at += 2;
            if (escape != 'u') {
                const char *from = "nrtbf", *found = std::strchr(from, escape);
                out += found ? "\n\r\t\b\f"[found - from] : escape;
                continue;
            }
            unsigned code = hex();
            if (code >= 0xD800 && code < 0xDC00 && in.compare(at, 2, "\\u") == 0) {
                at += 2;
                code = 0x10000 + ((code - 0xD800) << 10) + (hex() - 0xDC00);
            }
            utf8(out, code);
        }
        at++;
        return out;
    }

  public:
    explicit Reader(const std::string &text) : in(text) {}

    Json value() {
        Json json;
        char first = peek();
        if (first == '"') {
            json.kind = Json::STRING;
            json.text = string();
        } else if (take('[')) {
            json.kind = Json::LIST;
            while (!take(']')) json.items.push_back(value()), take(',');
        } else if (take('{')) {
            json.kind = Json::OBJECT;
            while (!take('}')) {
                json.names.push_back((peek(), string()));
                take(':');
                json.items.push_back(value());
                take(',');
            }
        } else {
            std::size_t end = std::min(in.find_first_of(",]} \t\r\n", at), in.size());
            json.text = in.substr(at, end - at);
            at = end;
            json.kind = first == 'n' ? Json::NOTHING : first == 't' ? Json::YES : first == 'f' ? Json::NO : Json::NUMBER;
        }
        return json;
    }
};

template <class T> concept Listed = requires(T c) { typename T::value_type; c.begin(); c.end(); c.clear(); };
template <class T> concept Mapped = Listed<T> && requires { typename T::mapped_type; };
template <class T> concept Paired = requires { std::tuple_size<T>::value; };
template <class T> concept Maybe = requires(T o) { o.has_value(); *o; };
template <class T> concept Adapted = requires(T q) { typename T::container_type; q.pop(); };
template <class T> concept Linked = std::is_pointer_v<T> && requires(T n) { n->val; n->next; };
template <class T> concept Branched = std::is_pointer_v<T> && requires(T n) { n->val; n->left; n->right; };

template <class T> T from(const Json &json);

[[noreturn]] inline void mismatch(const char *wanted) { throw NotJson{std::string("an argument is not ") + wanted}; }

inline const Json &want(const Json &json, Json::Kind kind, const char *name) {
    if (json.kind != kind) mismatch(name);
    return json;
}

template <class T> T number(const Json &json) {
    const std::string &text = want(json, Json::NUMBER, "a number").text;
    T value{};
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) throw NotJson{"the parameter's type cannot hold " + text};
    return value;
}

template <class T, class Item> void add(T &to, Item item) {
    if constexpr (requires { to.push_back(std::move(item)); }) to.push_back(std::move(item));
    else to.insert(std::move(item));
}

template <class T, std::size_t... I> T row(const Json &json, std::index_sequence<I...>) {
    if (want(json, Json::LIST, "a list").items.size() != sizeof...(I)) mismatch("a list of that length");
    return T{from<std::tuple_element_t<I, T>>(json.items[I])...};
}

template <class T> T chain(const Json &json) {
    if (json.kind == Json::NOTHING) return nullptr;
    T first = nullptr, *end = &first;
    for (const Json &item : want(json, Json::LIST, "a list").items) {
        *end = new std::remove_pointer_t<T>(from<std::remove_cvref_t<decltype(first->val)>>(item));
        end = &(*end)->next;
        *end = nullptr;
    }
    return first;
}

/* Level by level; a missing child has no children in the list. */
template <class T> T tree(const Json &json) {
    T root = nullptr;
    if (json.kind == Json::NOTHING) return root;
    std::deque<T *> places{&root};
    for (const Json &item : want(json, Json::LIST, "a list").items) {
        if (places.empty()) mismatch("a tree");
        T *place = places.front();
        places.pop_front();
        if (item.kind == Json::NOTHING) continue;
        *place = new std::remove_pointer_t<T>(from<std::remove_cvref_t<decltype(root->val)>>(item));
        (*place)->left = (*place)->right = nullptr;
        places.push_back(&(*place)->left);
        places.push_back(&(*place)->right);
    }
    return root;
}

template <class T> T from(const Json &json) {
    if constexpr (std::is_same_v<T, bool>) {
        if (json.kind != Json::YES && json.kind != Json::NO) mismatch("a boolean");
        return json.kind == Json::YES;
    } else if constexpr (std::is_same_v<T, char>) {
        if (want(json, Json::STRING, "a character").text.size() != 1) mismatch("a character");
        return json.text[0];
    } else if constexpr (std::is_arithmetic_v<T>) {
        return number<T>(json);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return want(json, Json::STRING, "a string").text;
    } else if constexpr (Mapped<T>) {
        T map;
        want(json, Json::OBJECT, "an object");
        for (std::size_t i = 0; i < json.items.size(); i++) {
            Json name{Json::STRING, json.names[i], {}, {}};
            if constexpr (std::is_arithmetic_v<typename T::key_type>) name.kind = Json::NUMBER;
            map.insert({from<typename T::key_type>(name), from<typename T::mapped_type>(json.items[i])});
        }
        return map;
    } else if constexpr (Listed<T>) {
        T list;
        for (const Json &item : want(json, Json::LIST, "a list").items) add(list, from<typename T::value_type>(item));
        return list;
    } else if constexpr (Adapted<T>) {
        T queue;
        for (const Json &item : want(json, Json::LIST, "a list").items) queue.push(from<typename T::value_type>(item));
        return queue;
    } else if constexpr (Maybe<T>) {
        if (json.kind == Json::NOTHING) return T{};
        return T{from<std::remove_cvref_t<decltype(*std::declval<T>())>>(json)};
    } else if constexpr (Branched<T>) {
        return tree<T>(json);
    } else if constexpr (Linked<T>) {
        return chain<T>(json);
    } else if constexpr (Paired<T>) {
        return row<T>(json, std::make_index_sequence<std::tuple_size_v<T>>());
    } else {
        throw NotJson{"a parameter has a type that no JSON value can have"};
    }
}

constexpr std::size_t MOST_NODES = 1000000; /* more are taken for a circle */

inline void quoted(std::string &out, const std::string &text) {
    out += '"';
    for (unsigned char c : text) {
        char escape[8];
        if (c == '"' || c == '\\' || c < 0x20) {
            std::snprintf(escape, sizeof escape, "\\u%04x", c);
            out += escape;
        } else {
            out += (char)c;
        }
    }
    out += '"';
}

template <class T> void put(std::string &out, const T &value);

template <class T> void put_number(std::string &out, T value) {
    if constexpr (std::is_floating_point_v<T>) {
        if (!std::isfinite(value)) throw NotJson{"a number that is not finite"};
    }
    char text[64];
    out.append(text, std::to_chars(text, text + sizeof text, value).ptr);
}

template <class T> void put_tree(std::string &out, T root) {
    std::deque<T> level{root};
    std::string missing; /* written only if a node follows */
    std::size_t count = 0;
    for (out += '['; !level.empty(); level.pop_front()) {
        T node = level.front();
        if (!node) {
            missing += ",null";
            continue;
        }
        if (++count > MOST_NODES) throw NotJson{"a tree that contains itself"};
        out += missing;
        missing.clear();
        if (count > 1) out += ',';
        put(out, node->val);
        level.push_back(node->left);
        level.push_back(node->right);
    }
    out += ']';
}

template <class T> void put_chain(std::string &out, T node) {
    std::size_t count = 0;
    for (out += '['; node; node = node->next) {
        if (++count > MOST_NODES) throw NotJson{"a linked list that contains itself"};
        if (count > 1) out += ',';
        put(out, node->val);
    }
    out += ']';
}

template <class T> void put(std::string &out, const T &value) {
    if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::is_same_v<T, char>) {
        quoted(out, std::string(1, value));
    } else if constexpr (std::is_arithmetic_v<T>) {
        put_number(out, value);
    } else if constexpr (std::is_convertible_v<const T &, std::string>) {
        quoted(out, value);
    } else if constexpr (Mapped<T>) {
        bool first = true;
        out += '{';
        for (const auto &[key, item] : value) {
            std::string name;
            put(name, key);
            out += first ? "" : ",";
            first = false;
            out += name.empty() || name[0] != '"' ? '"' + name + '"' : name;
            out += ':';
            put(out, item);
        }
        out += '}';
    } else if constexpr (Listed<T>) {
        bool first = true;
        out += '[';
        for (const auto &item : value) {
            out += first ? "" : ",";
            first = false;
            put(out, static_cast<const typename T::value_type &>(item));
        }
        out += ']';
    } else if constexpr (Maybe<T>) {
        if (value.has_value()) put(out, *value);
        else out += "null";
    } else if constexpr (Branched<T>) {
        if (value) put_tree(out, value);
        else out += "null";
    } else if constexpr (Linked<T>) {
        if (value) put_chain(out, value);
        else out += "null";
    } else if constexpr (Paired<T>) {
        out += '[';
        std::apply([&](const auto &...item) {
            bool first = true;
            ((out += first ? "" : ",", first = false, put(out, item)), ...);
        }, value);
        out += ']';
    } else {
        throw NotJson{"a value that is not plain data"};
    }
}

} // namespace grader
