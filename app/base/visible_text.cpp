// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/visible_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr char32_t controlPictures = 0x2400; // U+2400 to U+241F show U+0000 to U+001F

QString named(char32_t character)
{
    return u"⟨U+%1⟩"_s.arg(QString::number(uint(character), 16).toUpper().rightJustified(4, u'0'));
}

bool isPlain(QChar c)
{
    const char16_t unit = c.unicode();
    return unit >= 0x20 && unit != 0xAD && !c.isSurrogate() && !isFormatting(unit);
}

} // namespace

bool isFormatting(char32_t character)
{
    if (character >= 0x7F && character <= 0x9F)
        return true;
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Format || category == QChar::Other_Surrogate || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph;
}

QString withVisibleControls(const QString &text)
{
    if (std::all_of(text.cbegin(), text.cend(), isPlain))
        return text;
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            character = QChar::surrogateToUcs4(text[i], text[i + 1]);
        const bool endsLine = character == U'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
        if (character > 0xFFFF)
            ++i;
        if (endsLine)
            continue;
        if (character < 0x20 && character != U'\n' && character != U'\t')
            shown += QChar(char16_t(controlPictures + character));
        else if (isFormatting(character))
            shown += named(character);
        else
            shown += QString::fromUcs4(&character, 1);
    }
    return shown;
}

QString inOneLine(const QString &text)
{
    QString line = withVisibleControls(text);
    line.replace(u'\n', QChar(char16_t(controlPictures + U'\n')));
    line.replace(u'\t', QChar(char16_t(controlPictures + U'\t')));
    return line;
}

} // namespace acx
