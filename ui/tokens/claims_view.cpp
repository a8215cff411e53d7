// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/claims_view.h"

#include "app/base/visible_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tool_tip.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int rowSpacing = 11;    // pixels
constexpr int titleWidth = 130;   // pixels
constexpr int claimsHeight = 240; // pixels
constexpr int roomForNames = 520; // pixels; narrower, the claims' own names give way to what they say
constexpr int rowsInWords = 8;
// A token of a megabyte can hold a hundred thousand claims, or a long one: no window could lay that out each second.
constexpr qsizetype mostRows = 200;
constexpr qsizetype longestName = 32;              // characters
constexpr qsizetype longestText = 2'000;           // characters of one row
constexpr qsizetype longestJson = 100'000;         // characters
constexpr qsizetype longestIndented = 64LL * 1024; // bytes; a deep value grows a thousandfold when it is indented

/// Why a token that could be taken apart says nothing.
QString noClaimsText(const QByteArray &payload)
{
    if (payload.isEmpty())
        return ClaimsView::tr("The payload of this token is empty.");
    if (const auto read = parseJson(payload); !read)
        return ClaimsView::tr("The payload of this token cannot be read: %1.").arg(read.error().reason);
    return ClaimsView::tr("The payload of this token is no JSON object, so it names no claims.");
}

QString cut(const QString &text, qsizetype length)
{
    return text.size() > length ? text.first(length) + u'…' : text;
}

QString jsonOf(const Jwt &jwt)
{
    const JsonValue claims = jwt.claims ? maskedClaims(*jwt.claims) : JsonValue();
    QByteArray json = jwt.header.toJson() + "\n\n" + claims.toJson();
    if (json.size() <= longestIndented)
        json = jwt.header.toPrettyJson() + "\n\n" + claims.toPrettyJson();
    const QString text = QString::fromUtf8(json);
    if (text.size() <= longestJson)
        return withVisibleControls(text);
    return withVisibleControls(text.first(longestJson)) + u"…\n\n"_s +
           ClaimsView::tr("These are the first %1 of %2 characters.")
               .arg(QLocale().toString(longestJson), QLocale().toString(text.size()));
}

} // namespace

ClaimsView::ClaimsView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_switch(new QButtonGroup(this))
    , m_switchRow(new QWidget(this))
    , m_caption(makeLabel(tr("What it says"), LabelKind::SmallMuted, this))
    , m_opaque(makeParagraph({}, LabelKind::Muted, this))
    , m_pages(new QStackedWidget(this))
    , m_table(new QWidget(m_pages))
    , m_grid(new QGridLayout(m_table))
    , m_text(new QPlainTextEdit(m_pages))
{
    m_table->setObjectName(u"claimsTable"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::space(Space::M));
    m_grid->setVerticalSpacing(rowSpacing);
    m_grid->setColumnMinimumWidth(0, titleWidth);
    m_grid->setColumnStretch(1, 1);
    m_text->setObjectName(u"claimsText"_s);
    m_text->setAccessibleName(tr("Header and claims as JSON"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setProperty("mono", true);
    m_text->setMinimumHeight(claimsHeight);
    m_opaque->setObjectName(u"claimsOpaque"_s);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_text);
    buildSwitch();
    auto *top = new QHBoxLayout;
    top->addWidget(m_caption);
    top->addStretch(1);
    top->addWidget(m_switchRow);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(top);
    layout->addWidget(m_opaque);
    layout->addWidget(m_pages);
    layout->addStretch(1);
}

void ClaimsView::buildSwitch()
{
    auto *row = new QHBoxLayout(m_switchRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(Space::Xs));
    struct Entry
    {
        Mode mode;
        QString text;
        QString name;
    };
    const QList<Entry> entries{{Words, tr("In words"), u"claimsWords"_s},
                               {All, tr("Everything"), u"claimsAll"_s},
                               {Json, tr("JSON"), u"claimsJson"_s}};
    for (const Entry &entry : entries) {
        QPushButton *button = makeButton(entry.text, ButtonKind::Switch, m_switchRow);
        button->setObjectName(entry.name);
        button->setCheckable(true);
        button->setChecked(entry.mode == Words);
        m_switch->addButton(button, entry.mode);
        row->addWidget(button);
    }
    connect(m_switch, &QButtonGroup::idClicked, this, &ClaimsView::setMode);
}

void ClaimsView::setMode(int mode)
{
    m_mode = mode;
    m_pages->setCurrentIndex(mode == Json ? 1 : 0);
    if (mode == Json && m_jwt)
        m_text->setPlainText(jsonOf(*m_jwt));
    else if (m_jwt)
        fill(rows(m_now));
}

void ClaimsView::setJwt(const Jwt &jwt, const QDateTime &now)
{
    m_jwt = jwt;
    m_now = now;
    m_opaque->setText(jwt.claims ? QString() : withVisibleControls(noClaimsText(jwt.payload)));
    m_opaque->setVisible(!jwt.claims);
    m_switchRow->show();
    m_pages->show();
    setMode(m_mode);
}

void ClaimsView::setOpaque(const QString &reason)
{
    m_jwt.reset();
    m_opaque->setText(withVisibleControls(reason));
    m_opaque->show();
    m_switchRow->hide();
    m_pages->hide();
}

void ClaimsView::clear()
{
    m_jwt.reset();
    m_text->clear();
    m_opaque->clear();
    fill({});
}

QList<ClaimRow> ClaimsView::rows(const QDateTime &now) const
{
    QList<ClaimRow> result;
    const auto take = [&result](const QList<ClaimRow> &rows, auto isWanted) {
        for (ClaimRow row : rows) {
            if (!isWanted(row))
                continue;
            row.title = cut(row.title, longestName);
            row.claim = cut(row.claim, longestName);
            row.text = cut(row.text, longestText);
            result.append(row);
        }
    };
    const bool isAll = m_mode == All;
    take(explainClaims(*m_jwt, now, isAll ? mostRows + 1 : 0),
         [&](const ClaimRow &row) { return isAll || (row.explained && result.size() < rowsInWords); });
    if (isAll)
        take(explainHeader(*m_jwt), [&](const ClaimRow &) { return result.size() <= mostRows; });
    if (result.size() > mostRows) {
        result.resize(mostRows);
        result.append({tr("And more"), tr("It stands under JSON."), {}, true});
    }
    return result;
}

void ClaimsView::refresh(const QDateTime &now)
{
    m_now = now;
    if (!m_jwt || m_mode == Json)
        return;
    // Times stand in what is explained only, and that comes first.
    const QList<ClaimRow> told = explainClaims(*m_jwt, now, 0);
    for (qsizetype i = 0; i < qMin(told.size(), m_rows.size()); ++i)
        m_rows[i].text->setFullText(cut(told[i].text, longestText));
}

void ClaimsView::fill(const QList<ClaimRow> &rows)
{
    while (m_rows.size() > rows.size()) {
        const Row gone = m_rows.takeLast();
        delete gone.title;
        delete gone.text;
        delete gone.claim;
    }
    while (m_rows.size() < rows.size()) {
        const int line = static_cast<int>(m_rows.size());
        const Row row{makeLabel({}, LabelKind::Muted, m_table), new ElidedLabel(m_table),
                      makeLabel({}, LabelKind::Mono, m_table)};
        setStyleProperty(row.claim, "role", u"monoMuted"_s);
        m_grid->addWidget(row.title, line, 0);
        m_grid->addWidget(row.text, line, 1);
        m_grid->addWidget(row.claim, line, 2, Qt::AlignRight | Qt::AlignVCenter);
        m_rows.append(row);
    }
    for (int i = 0; i < rows.size(); ++i) {
        m_rows[i].title->setText(rows[i].title);
        m_rows[i].text->setFullText(rows[i].text);
        m_rows[i].title->setToolTip(plainToolTip(rows[i].claim));
        m_rows[i].claim->setText(rows[i].claim == rows[i].title ? QString() : rows[i].claim);
    }
    showClaimNames();
}

void ClaimsView::showClaimNames()
{
    for (const Row &row : std::as_const(m_rows))
        row.claim->setVisible(width() >= roomForNames);
}

void ClaimsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showClaimNames();
}

} // namespace acx
