// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/named_value.h"

#include <QByteArrayView>

#include <initializer_list>
#include <optional>

namespace acx {

inline constexpr qsizetype longestPair = 4096; // bytes between its name and its value

/// What is known of an object or element that may be a pair: {"name": "client_secret", "value": "…"}.
struct ValuePair
{
    struct EarlyValue
    {
        ValueName name;
        qsizetype separator = 0;
    };

    qsizetype secretNameAt = -1;     ///< -1 = no secret name yet
    std::optional<EarlyValue> early; ///< a string that came before the name
};

/// In any letter case.
[[nodiscard]] bool isOneOf(QByteArrayView word, std::initializer_list<QByteArrayView> words);
/// "client_secret", client_secret or "header:Cookie" stands at `from`; a secret name in a sentence is none.
[[nodiscard]] bool isSecretNameAt(const ScannedText &text, qsizetype from);

/// The tags of a text as they come, and which of them have a text that is secret: <password>…</password>,
/// <entry name="password">…</entry>, <key>password</key><string>…</string>.
class ElementSearch final
{
    Q_DISABLE_COPY_MOVE(ElementSearch)

public:
    explicit ElementSearch(ScannedText &text)
        : m_text(text)
    {}
    ~ElementSearch() = default;

    /// A `<` at `at`.
    void open(qsizetype at);
    /// A `>`: the text behind it, if that is secret.
    [[nodiscard]] std::optional<FoundValue> close(qsizetype at);

    [[nodiscard]] bool isOpen() const { return m_tag.isOpen; }
    /// Whether `at` is between the two.
    [[nodiscard]] bool isTag(qsizetype at) const;
    [[nodiscard]] bool isSecret() const { return m_tag.isSecret; }
    /// Of the attributes of the tag.
    [[nodiscard]] ValuePair &pair() { return m_tag.pair; }

private:
    struct Tag
    {
        bool isOpen = false;
        bool isSecret = false; ///< by the element's own name
        bool isName = false;   ///< its text is the name of what the next element holds
        bool isOfPage = false; ///< of HTML, where what has the name is no value: <a name="token">
        qsizetype begin = 0;
        ValuePair pair;
    };

    [[nodiscard]] qsizetype nameEnd(qsizetype from) const;
    [[nodiscard]] bool isValueOfNamed(qsizetype at);

    ScannedText &m_text;
    Tag m_tag;
    qsizetype m_secretNameAt = -1; ///< a secret name that was an element's text; -1 = none that waits for its value
};

} // namespace acx
