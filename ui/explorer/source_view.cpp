// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/source_view.h"

#include <QContextMenuEvent>
#include <QFontInfo>
#include <QMenu>
#include <Qsci/qscilexerhtml.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexerxml.h>
#include <Qsci/qscilexeryaml.h>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int numberMargin = 0;
constexpr int symbolMargin = 1;
constexpr int foldMargin = 2;
constexpr int foldMarginWidth = 14; // pixels
constexpr int hitIndicator = 8;     // the first ones belong to lexers
constexpr int currentIndicator = 9;
constexpr qsizetype mostMarked = 10'000;
constexpr int opaque = 255;

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

/// QScintilla asks a font for its size in points, which one in pixels has not.
QFont scintillaFont(const Theme &theme)
{
    QFont font = theme.font(FontRole::Mono);
    font.setPointSizeF(QFontInfo(font).pointSizeF());
    return font;
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

} // namespace

SourceView::SourceView(const Theme &theme, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
{
    setUtf8(true);
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setWrapMode(WrapNone);
    setCaretLineVisible(false);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setTabWidth(4);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    buildMargins();
    nameControlCharacters();
    indicatorDefine(FullBoxIndicator, hitIndicator);
    indicatorDefine(BoxIndicator, currentIndicator);
    setIndicatorDrawUnder(true, hitIndicator);
    applyTheme();
    connect(&theme, &Theme::changed, this, &SourceView::applyTheme);
}

void SourceView::buildMargins()
{
    setMarginLineNumbers(numberMargin, true);
    setMarginWidth(symbolMargin, 0);
    setFolding(PlainFoldStyle, foldMargin);
    setMarginWidth(foldMargin, foldMarginWidth);
    for (const int marker : {SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEREND})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long(SC_MARK_ARROW));
    for (const int marker : {SC_MARKNUM_FOLDEROPEN, SC_MARKNUM_FOLDEROPENMID})
        SendScintilla(SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long(SC_MARK_ARROWDOWN));
}

/// As in withVisibleControls(): nothing of an answer may change how the text around it is painted.
void SourceView::nameControlCharacters()
{
    constexpr std::pair<char32_t, char32_t> ranges[] = {
        {0x061C, 0x061C}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x2069}, {0xFEFF, 0xFEFF}};
    for (const auto &[first, last] : ranges) {
        for (char32_t value = first; value <= last; ++value) {
            const QByteArray utf8 = QString::fromUcs4(&value, 1).toUtf8();
            const QByteArray name = "U+" + QByteArray::number(uint(value), 16).rightJustified(4, '0').toUpper();
            SendScintilla(SCI_SETREPRESENTATION, reinterpret_cast<uintptr_t>(utf8.constData()), name.constData());
        }
    }
}

void SourceView::applyTheme()
{
    const QColor paper = m_theme.colour(Colour::Surface);
    const QColor muted = m_theme.colour(Colour::TextMuted);
    setFont(scintillaFont(m_theme));
    setPaper(paper);
    setColor(m_theme.colour(Colour::Text));
    applyLexer();
    setMarginsFont(scintillaFont(m_theme));
    setMarginsBackgroundColor(paper);
    setMarginsForegroundColor(muted);
    setFoldMarginColors(paper, paper);
    for (int marker = int(SC_MARKNUM_FOLDEREND); marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        // QsciScintilla's own setters leave the markers of folding alone.
        SendScintilla(SCI_MARKERSETFORE, static_cast<unsigned long>(marker), muted);
        SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(marker), muted);
    }
    setCaretForegroundColor(m_theme.colour(Colour::Text));
    setSelectionBackgroundColor(m_theme.colour(Colour::AccentSoft));
    resetSelectionForegroundColor();
    setIndicatorForegroundColor(m_theme.colour(Colour::WarningSoft), hitIndicator);
    setIndicatorOutlineColor(m_theme.colour(Colour::WarningSoft), hitIndicator);
    SendScintilla(SCI_INDICSETALPHA, static_cast<unsigned long>(hitIndicator), opaque);
    setIndicatorForegroundColor(m_theme.colour(Colour::Warning), currentIndicator);
}

void SourceView::applyLexer()
{
    QsciLexer *old = lexer();
    QsciLexer *lexer = makeLexer(m_language, this);
    if (lexer) {
        lexer->setDefaultFont(scintillaFont(m_theme));
        lexer->setDefaultPaper(m_theme.colour(Colour::Surface));
        lexer->setDefaultColor(m_theme.colour(Colour::Text));
        lexer->setFont(scintillaFont(m_theme), -1);
        lexer->setPaper(m_theme.colour(Colour::Surface), -1);
        lexer->setColor(m_theme.colour(Colour::Text), -1);
        lexer->setEolFill(false, -1);
        if (m_language == SourceLanguage::Json)
            colourJson(*lexer, m_theme);
        else if (m_language == SourceLanguage::Yaml)
            colourYaml(*lexer, m_theme);
        else
            colourMarkup(*lexer, m_theme);
    }
    setLexer(lexer);
    delete old;
}

void SourceView::setSource(QByteArrayView utf8, SourceLanguage language)
{
    if (m_language != language) {
        m_language = language;
        applyTheme();
    }
    setReadOnly(false);
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(utf8.size()), utf8.data());
    setReadOnly(true);
    setScrollWidth(1);
    setMarginWidth(numberMargin, u"0%1"_s.arg(lines()));
    SendScintilla(SCI_GOTOPOS, 0UL);
    SendScintilla(SCI_SETXOFFSET, 0UL);
}

void SourceView::goTo(qint64 offset, qint64 length)
{
    const long line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(offset));
    SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, static_cast<unsigned long>(line));
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(offset), static_cast<long>(offset + length));
    SendScintilla(SCI_SCROLLCARET);
}

void SourceView::markRange(int indicator, qint64 offset, qint64 length)
{
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(offset), static_cast<long>(length));
}

void SourceView::setHits(const TextHitsPtr &hits)
{
    for (const int indicator : {hitIndicator, currentIndicator}) {
        SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
        SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(length()));
    }
    if (!hits)
        return;
    qsizetype marked = 0;
    for (const qint64 offset : hits->offsets) {
        if (++marked > mostMarked)
            break;
        markRange(hitIndicator, offset, hits->length);
    }
    if (hits->current >= 0)
        markRange(currentIndicator, hits->current, hits->length);
}

bool SourceView::event(QEvent *event)
{
    // Scintilla claims keys for editing that here belong to the window (Ctrl+T, Ctrl+L, Ctrl+Enter, Esc).
    if (event->type() == QEvent::ShortcutOverride) {
        event->ignore();
        return false;
    }
    return QsciScintilla::event(event);
}

void SourceView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"));
    copyAction->setEnabled(hasSelectedText());
    connect(copyAction, &QAction::triggered, this, &QsciScintilla::copy);
    connect(menu->addAction(tr("Select all")), &QAction::triggered, this, [this] { selectAll(true); });
    menu->popup(event->globalPos());
}

} // namespace acx
