// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QsciScintilla;
QT_END_NAMESPACE

namespace acx {

/// What a text is coloured and folded as.
enum class SourceLanguage { Plain, Json, Xml, Yaml, Html };
/// By media type: "application/json", "…+json" and so on; Plain for any other.
[[nodiscard]] SourceLanguage sourceLanguageOf(const QString &mediaType);

/// QScintilla asks a font for its size in points, which one in pixels has not.
[[nodiscard]] QFont scintillaFont(const Theme &theme, FontRole role);
/// Arrows at the lines that can be folded, in that margin.
void showFolding(QsciScintilla &view, int margin, int width);
/// Fonts and colours of text, margins, folding marks, cursor and selection; the language's colours and folding.
void applySourceTheme(QsciScintilla &view, SourceLanguage language, const Theme &theme);

} // namespace acx
