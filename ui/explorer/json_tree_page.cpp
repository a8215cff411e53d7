// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/json_tree_page.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/json/json_path.h"
#include "app/json/json_pointer.h"
#include "ui/explorer/json_excerpt.h"
#include "ui/explorer/large_text_view.h"
#include "ui/explorer/prepared_text.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int typingPause = 300;  // milliseconds
constexpr int detailHeight = 110; // pixels
constexpr int treeHeight = 400;   // pixels; only the proportion counts
constexpr int pathLevels = 200;   // deeper places are told by their number of levels
constexpr int filterHeight = 26;  // pixels

int depthOf(const JsonIndex &index, JsonIndex::Node node)
{
    int depth = 0;
    for (; index.parent(node) != JsonIndex::none; node = index.parent(node))
        ++depth;
    return depth;
}

/// A string's value for a view of its own.
Result<PreparedText> textOf(const JsonIndex &index, JsonIndex::Node node)
{
    ResponseBody body;
    if (const Status written = body.append(index.string(node).toUtf8()); !written)
        return fail(written.error());
    return prepareText({body, {}, {}}, [] { return true; });
}

} // namespace

JsonTreePage::JsonTreePage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(new JsonTreeView(theme, this))
    , m_columns(new QSplitter(Qt::Vertical, this))
{
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(m_view);
    m_columns->addWidget(buildDetail());
    m_columns->setStretchFactor(0, 1);
    m_columns->setSizes({treeHeight, detailHeight});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildLine());
    layout->addWidget(m_noteLine);
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(Theme::space(Space::S), Theme::space(Space::Xs), 0, 0);
    columns->addWidget(m_columns);
    layout->addLayout(columns, 1);
    m_path = new ElidedLabel(this, Qt::ElideMiddle);
    m_path->setObjectName(u"valuePath"_s);
    m_path->setProperty("role", u"monoMuted"_s);
    auto *place = new QHBoxLayout;
    place->setContentsMargins(Theme::space(Space::M), Theme::space(Space::Xs), Theme::space(Space::M),
                              Theme::space(Space::Xs));
    place->addWidget(m_path);
    layout->addWidget(makeLine(this));
    layout->addLayout(place);
    m_filterSoon.setSingleShot(true);
    m_filterSoon.setInterval(typingPause);
    connect(&m_filterSoon, &QTimer::timeout, this, &JsonTreePage::applyFilter);
    connect(m_view, &JsonTreeView::currentNodeChanged, this, &JsonTreePage::showValue);
    connect(m_view, &JsonTreeView::rootsChanged, this, &JsonTreePage::onRootsChanged);
    connect(m_view, &JsonTreeView::foldCapped, this,
            [this] { tell(tr("Only the first %1 rows were unfolded.").arg(countText(JsonTreeView::mostRows))); });
    clear();
}

JsonTreePage::~JsonTreePage()
{
    stop();
}

QWidget *JsonTreePage::buildLine()
{
    auto *line = new QWidget(this);
    m_filter = new QLineEdit(line);
    m_filter->setObjectName(u"answerFilter"_s);
    m_filter->setAccessibleName(tr("Filter by JSON Pointer or JSONPath"));
    m_filter->setPlaceholderText(tr("/pointer or $.jsonpath"));
    m_filter->setProperty("mono", true);
    m_filter->setProperty("compact", true);
    m_filter->setFixedHeight(filterHeight);
    m_filter->setClearButtonEnabled(true);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(Theme::space(Space::M), Theme::space(Space::S), Theme::space(Space::M), 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter, 1);
    layout->addSpacing(Theme::space(Space::S));
    const auto addFold = [&](const QString &text, const QString &name, const QString &accessible, int levels) {
        QPushButton *button = makeButton(text, ButtonKind::Switch, line);
        button->setObjectName(name);
        button->setAccessibleName(accessible);
        button->setToolTip(accessible);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, levels] {
            tell({});
            m_view->unfold(levels);
        });
    };
    for (int level = 1; level <= 3; ++level) {
        addFold(QString::number(level), u"foldLevel%1"_s.arg(level), tr("Unfold %n level(s)", nullptr, level), level);
    }
    addFold(tr("All"), u"foldAll"_s, tr("Unfold all levels"), JsonTreeView::allLevels);
    m_noteLine = new QWidget(this);
    m_note = makeParagraph({}, LabelKind::SmallMuted, m_noteLine);
    m_note->setObjectName(u"filterNote"_s);
    m_whole = makeButton(tr("Show everything"), ButtonKind::Link, m_noteLine);
    m_whole->setObjectName(u"treeWhole"_s);
    auto *notes = new QHBoxLayout(m_noteLine);
    notes->setContentsMargins(Theme::space(Space::M), Theme::space(Space::Xs), Theme::space(Space::M), 0);
    notes->addWidget(m_note, 1);
    notes->addWidget(m_whole, 0, Qt::AlignTop);
    connect(m_filter, &QLineEdit::textEdited, this, [this] { m_filterSoon.start(); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && !m_filtering)
            applyFilter(); // the clear button
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &JsonTreePage::applyFilter);
    connect(m_whole, &QPushButton::clicked, this, &JsonTreePage::showAll);
    return line;
}

QWidget *JsonTreePage::buildDetail()
{
    m_text = new LargeTextView(m_theme, m_columns);
    m_text->setObjectName(u"valueText"_s);
    m_text->setAccessibleName(tr("The whole value"));
    m_text->setMinimumHeight(detailHeight / 2);
    return m_text;
}

void JsonTreePage::stop()
{
    if (m_goOn)
        m_goOn->store(false);
    m_goOn.reset();
    m_filterSoon.stop();
}

void JsonTreePage::setIndex(const JsonIndexPtr &index)
{
    stop();
    m_filtering = true;
    m_filter->clear();
    m_filtering = false;
    tell({});
    m_view->setIndex(index);
    showValue(JsonIndex::none);
}

void JsonTreePage::tell(const QString &note)
{
    const bool isPart = m_view->tree().jsonIndex() && !m_view->tree().showsAll();
    m_note->setText(note);
    m_whole->setVisible(isPart);
    m_noteLine->setVisible(isPart || !note.isEmpty());
}

void JsonTreePage::applyFilter()
{
    stop();
    const JsonIndexPtr index = m_view->tree().jsonIndex();
    const QString text = m_filter->text().trimmed();
    if (!index)
        return;
    if (text.isEmpty()) {
        show(text, Found{index->root()});
    } else if (text.startsWith(u'$')) {
        findByPath(text);
    } else if (text.startsWith(u'/')) {
        const Result<JsonIndex::Node> node = findPointer(*index, text);
        show(text, node ? Result<Found>(Found{*node}) : fail(node.error()));
    } else {
        tell(tr("A JSON Pointer begins with /, a JSONPath with $."));
    }
}

void JsonTreePage::findByPath(const QString &text)
{
    const Result<JsonPath> path = JsonPath::parse(text);
    if (!path) {
        tell(path.error().message());
        return;
    }
    tell(tr("Looking for it …"));
    m_goOn = std::make_shared<std::atomic_bool>(true);
    const auto work = [path = *path, index = m_view->tree().jsonIndex(), goOn = m_goOn] {
        return path.find(*index, [goOn] { return goOn->load(); });
    };
    deliver(inBackground<Found>(work), this, [this, text, goOn = m_goOn](const Result<Found> &found) {
        if (goOn == m_goOn)
            show(text, found);
    });
}

void JsonTreePage::show(const QString &text, const Result<Found> &found)
{
    if (!found) {
        tell(found.error().message());
        return;
    }
    const auto count = found->size();
    m_filtering = true;
    m_view->setRoots(*found);
    m_filtering = false;
    if (text.startsWith(u'$'))
        tell(count == 0 ? tr("Nothing found.") : tr("%n value(s) found.", nullptr, int(count)));
    else
        tell({});
}

void JsonTreePage::showAll()
{
    m_filtering = true;
    m_filter->clear();
    m_filtering = false;
    applyFilter();
}

/// The tree shows a part, or all of it again, without the filter having said so.
void JsonTreePage::onRootsChanged()
{
    if (m_filtering)
        return;
    stop();
    m_filtering = true;
    m_filter->clear();
    m_filtering = false;
    tell(m_view->tree().showsAll() ? QString() : tr("A part of the answer."));
}

void JsonTreePage::showValue(JsonIndex::Node node)
{
    ++m_shown;
    m_text->hide();
    const JsonIndexPtr &index = m_view->tree().jsonIndex();
    if (!index || node == JsonIndex::none) {
        m_path->setFullText({});
        return;
    }
    const int depth = depthOf(*index, node);
    m_path->setFullText(depth > pathLevels ? tr("%n level(s) deep", nullptr, depth)
                                           : inOneLine(pointerTo(*index, node)));
    if (index->type(node) == JsonIndex::Type::String && index->raw(node).size() > JsonTreeModel::shownBytes)
        showLongText(node);
}

void JsonTreePage::showLongText(JsonIndex::Node node)
{
    const auto work = [index = m_view->tree().jsonIndex(), node] { return textOf(*index, node); };
    deliver(inBackground<PreparedText>(work), this, [this, shown = m_shown](const Result<PreparedText> &text) {
        if (!text || shown != m_shown)
            return;
        m_text->setText(text->body, text->lines);
        m_text->show();
    });
}

void JsonTreePage::setHits(const TextHitsPtr &hits, const QString &needle)
{
    m_view->setNeedle(needle);
    const JsonIndexPtr &index = m_view->tree().jsonIndex();
    const bool isAtHit = index && hits && hits->current >= 0;
    m_view->setCurrentHit(isAtHit ? index->nodeAt(hits->current) : JsonIndex::none);
}

void JsonTreePage::goTo(qint64 offset)
{
    if (const JsonIndexPtr &index = m_view->tree().jsonIndex())
        m_view->reveal(index->nodeAt(offset));
}

} // namespace acx
