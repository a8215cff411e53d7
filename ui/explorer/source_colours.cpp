// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/source_colours.h"

#include <QFontInfo>
#include <Qsci/qscilexerhtml.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexerxml.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

using Colours = std::initializer_list<std::pair<int, Colour>>;

void setColours(QsciLexer &lexer, const Theme &theme, Colours colours)
{
    for (const auto &[style, colour] : colours)
        lexer.setColor(theme.colour(colour), style);
}

void colourMarkup(QsciLexer &lexer, const Theme &theme)
{
    using L = QsciLexerHTML;
    setColours(lexer, theme,
               {{L::Tag, Colour::Accent},
                {L::UnknownTag, Colour::Accent},
                {L::XMLTagEnd, Colour::Accent},
                {L::XMLStart, Colour::Accent},
                {L::XMLEnd, Colour::Accent},
                {L::Attribute, Colour::Patch},
                {L::UnknownAttribute, Colour::Patch},
                {L::HTMLNumber, Colour::Patch},
                {L::HTMLDoubleQuotedString, Colour::Success},
                {L::HTMLSingleQuotedString, Colour::Success},
                {L::HTMLValue, Colour::Success},
                {L::CDATA, Colour::Success},
                {L::HTMLComment, Colour::TextMuted},
                {L::Entity, Colour::Warning}});
}

void colourJson(QsciLexer &lexer, const Theme &theme)
{
    using L = QsciLexerJSON;
    setColours(lexer, theme,
               {{L::Property, Colour::Accent},
                {L::String, Colour::Success},
                {L::IRI, Colour::Success},
                {L::IRICompact, Colour::Success},
                {L::EscapeSequence, Colour::Warning},
                {L::Number, Colour::Patch},
                {L::Keyword, Colour::Warning},
                {L::KeywordLD, Colour::Accent},
                {L::Operator, Colour::TextMuted},
                {L::UnclosedString, Colour::Danger},
                {L::Error, Colour::Danger}});
}

void colourYaml(QsciLexer &lexer, const Theme &theme)
{
    using L = QsciLexerYAML;
    setColours(lexer, theme,
               {{L::Identifier, Colour::Accent},
                {L::Keyword, Colour::Warning},
                {L::Number, Colour::Patch},
                {L::Reference, Colour::Warning},
                {L::Comment, Colour::TextMuted},
                {L::DocumentDelimiter, Colour::TextMuted},
                {L::Operator, Colour::TextMuted},
                {L::SyntaxErrorMarker, Colour::Danger}});
}

QsciLexer *makeLexer(SourceLanguage language, QObject *parent)
{
    switch (language) {
    case SourceLanguage::Json: {
        auto *lexer = new QsciLexerJSON(parent);
        lexer->setHighlightEscapeSequences(true);
        return lexer;
    }
    case SourceLanguage::Xml:
        return new QsciLexerXML(parent);
    case SourceLanguage::Yaml:
        return new QsciLexerYAML(parent);
    case SourceLanguage::Html:
        return new QsciLexerHTML(parent);
    case SourceLanguage::Plain:
        break;
    }
    return nullptr;
}

void applyLexer(QsciScintilla &view, SourceLanguage language, const Theme &theme)
{
    QsciLexer *old = view.lexer();
    QsciLexer *lexer = makeLexer(language, &view);
    if (lexer) {
        const QFont font = scintillaFont(theme, FontRole::Mono);
        lexer->setDefaultFont(font);
        lexer->setDefaultPaper(theme.colour(Colour::Surface));
        lexer->setDefaultColor(theme.colour(Colour::Text));
        lexer->setFont(font, -1);
        lexer->setPaper(theme.colour(Colour::Surface), -1);
        lexer->setColor(theme.colour(Colour::Text), -1);
        lexer->setEolFill(false, -1);
        if (language == SourceLanguage::Json)
            colourJson(*lexer, theme);
        else if (language == SourceLanguage::Yaml)
            colourYaml(*lexer, theme);
        else
            colourMarkup(*lexer, theme);
    }
    view.setLexer(lexer);
    delete old;
}

} // namespace

SourceLanguage sourceLanguageOf(const QString &mediaType)
{
    const QString type = mediaType.section(u';', 0, 0).trimmed().toLower();
    if (type.endsWith("json"_L1))
        return SourceLanguage::Json;
    if (type.endsWith("xml"_L1))
        return SourceLanguage::Xml;
    return type.endsWith("yaml"_L1) || type.endsWith("yml"_L1) ? SourceLanguage::Yaml : SourceLanguage::Plain;
}

QFont scintillaFont(const Theme &theme, FontRole role)
{
    QFont font = theme.font(role);
    font.setPointSizeF(QFontInfo(font).pointSizeF());
    return font;
}

void showFolding(QsciScintilla &view, int margin, int width)
{
    using S = QsciScintilla;
    view.setFolding(S::PlainFoldStyle, margin);
    view.setMarginWidth(margin, width);
    for (const int marker : {S::SC_MARKNUM_FOLDER, S::SC_MARKNUM_FOLDEREND})
        view.SendScintilla(S::SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long(S::SC_MARK_ARROW));
    for (const int marker : {S::SC_MARKNUM_FOLDEROPEN, S::SC_MARKNUM_FOLDEROPENMID})
        view.SendScintilla(S::SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long(S::SC_MARK_ARROWDOWN));
}

void applySourceTheme(QsciScintilla &view, SourceLanguage language, const Theme &theme)
{
    using S = QsciScintilla;
    const QColor paper = theme.colour(Colour::Surface);
    const QColor muted = theme.colour(Colour::TextMuted);
    applyLexer(view, language, theme); // first: a view with a lexer takes its font from there only
    view.setFont(scintillaFont(theme, FontRole::Mono));
    view.setPaper(paper);
    view.setColor(theme.colour(Colour::Text));
    view.setMarginsFont(scintillaFont(theme, FontRole::MonoSmall));
    view.setMarginsBackgroundColor(paper);
    view.setMarginsForegroundColor(muted);
    view.setFoldMarginColors(paper, paper);
    for (int marker = int(S::SC_MARKNUM_FOLDEREND); marker <= int(S::SC_MARKNUM_FOLDEROPEN); ++marker) {
        // QsciScintilla's own setters leave the markers of folding alone.
        view.SendScintilla(S::SCI_MARKERSETFORE, static_cast<unsigned long>(marker), muted);
        view.SendScintilla(S::SCI_MARKERSETBACK, static_cast<unsigned long>(marker), muted);
    }
    view.setCaretForegroundColor(theme.colour(Colour::Text));
    view.setSelectionBackgroundColor(theme.colour(Colour::AccentSoft));
    view.resetSelectionForegroundColor();
}

} // namespace acx
