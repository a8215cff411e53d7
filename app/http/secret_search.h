// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/named_value.h"

#include <QVarLengthArray>

namespace acx {

/// Goes through a text once and finds the values that stand beside secret names. What is inside a found value is not
/// found again, so that the time it takes, and all that is found, are in proportion to the text, whatever it says.
class SecretSearch final
{
    Q_DISABLE_COPY_MOVE(SecretSearch)

public:
    /// `origin`: see TextLayer; empty = not known.
    SecretSearch(const QByteArray &text, bool isDecoded, QList<qsizetype> origin = {});
    ~SecretSearch() = default;

    /// By where they begin; they do not overlap. Once.
    [[nodiscard]] QList<TextRange> run();

private:
    struct EarlyValue
    {
        ValueName name;
        qsizetype separator = 0;
    };
    /// What is known of an object or element that may be a pair: {"name": "client_secret", "value": "…"}.
    struct Pair
    {
        qsizetype secretNameAt = -1;     ///< -1 = no secret name yet
        std::optional<EarlyValue> early; ///< a string that came before the name
    };
    struct Tag
    {
        bool isOpen = false;
        bool isSecret = false; ///< by the element's own name
        bool isOfPage = false; ///< of HTML, where what has the name is no value: <a name="token">
        qsizetype begin = 0;
        Pair pair;
    };

    void look(char c);
    void lookAtQuote(char quote);
    void openTag();
    void closeTag();
    void openObject();
    void closeObject();
    void takeTuple();
    void takeNamed(char separator);
    [[nodiscard]] bool takeFormField(const ValueName &name);
    [[nodiscard]] QByteArrayView boundaryBefore(qsizetype head) const;
    [[nodiscard]] qsizetype fieldEnd(qsizetype begin, QByteArrayView boundary);
    [[nodiscard]] bool takePair(const ValueName &name, char separator);
    [[nodiscard]] bool takePairName(Pair &pair, qsizetype from);
    [[nodiscard]] bool takePairValue(Pair &pair, const ValueName &name, qsizetype from);
    [[nodiscard]] Pair *pairOf(const ValueName &name, char separator);
    [[nodiscard]] bool isCode(const ValueName &name, char separator);
    [[nodiscard]] FoundValue valueOf(const ValueName &name, qsizetype separator, qsizetype end);
    void take(const FoundValue &value);

    ScannedText m_text;
    NextOf m_codeEnd;
    bool m_isDecoded = false;
    QList<qsizetype> m_origin;
    QList<TextRange> m_found;
    QList<TextRange> m_early;                    ///< found after others that stand behind them
    QVarLengthArray<Pair, 16> m_objects{Pair()}; ///< those that are open, within the text itself
    qsizetype m_tooDeep = 0;                     ///< open objects beyond the deepest that is looked into
    bool m_isInString = false;
    bool m_isInApostrophes = false;
    Tag m_tag;
    QByteArrayView m_boundary;   ///< of a multipart form
    int m_boundaries = 0;        ///< that were looked for
    qsizetype m_boundaryAt = -1; ///< the next one from where it was last looked for
    qsizetype m_at = 0;
    qsizetype m_next = 0;
    qsizetype m_done = 0;     ///< the end of what was found
    qsizetype m_grantAt = -1; ///< the next "grant_type=" from where it was last asked for
};

} // namespace acx
