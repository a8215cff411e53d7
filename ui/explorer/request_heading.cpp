// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_heading.h"

#include "ui/explorer/request_path.h"
#include "ui/widgets/controls.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Of the method badge, as the style sheet names its colour.
QString badgeOf(const QByteArray &method)
{
    const QString name = QString::fromLatin1(method).toLower();
    return name == "head"_L1 || name == "options"_L1 ? u"get"_s : name;
}

void setRisk(QLabel *tag, OperationRisk risk)
{
    switch (risk) {
    case OperationRisk::Read:
        setTag(tag, RequestHeading::tr("read"), TagKind::Neutral);
        tag->setToolTip(RequestHeading::tr("Changes nothing."));
        break;
    case OperationRisk::Write:
        setTag(tag, RequestHeading::tr("write"), TagKind::Warning);
        tag->setToolTip(RequestHeading::tr("Changes what the service holds."));
        break;
    case OperationRisk::Destructive:
        setTag(tag, RequestHeading::tr("destructive"), TagKind::Danger);
        tag->setToolTip(RequestHeading::tr("Removes something that cannot be brought back; asks before it is sent."));
        break;
    }
    tag->setAccessibleName(RequestHeading::tr("Risk: %1").arg(tag->text()));
}

} // namespace

RequestHeading::RequestHeading(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new ElidedLabel(this))
    , m_risk(makeTag({}, TagKind::Neutral, this))
    , m_deprecated(makeTag(tr("deprecated"), TagKind::Warning, this))
    , m_retired(makeTag(tr("retired"), TagKind::Warning, this))
    , m_method(makeLabel({}, LabelKind::Mono, this))
    , m_path(new RequestPath(theme, this))
{
    m_title->setObjectName(u"operationTitle"_s);
    m_title->setProperty("role", u"heading"_s);
    m_risk->setObjectName(u"operationRisk"_s);
    m_deprecated->setObjectName(u"operationDeprecated"_s);
    m_deprecated->setToolTip(tr("The API's documentation advises against using this any longer."));
    m_retired->setObjectName(u"operationRetired"_s);
    m_method->setObjectName(u"operationMethod"_s);

    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::space(Space::S));
    top->addWidget(m_title, 0, Qt::AlignVCenter);
    for (QLabel *tag : {m_risk, m_deprecated, m_retired})
        top->addWidget(tag, 0, Qt::AlignVCenter);
    top->addStretch(1);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(Space::S));
    line->addWidget(m_method, 0, Qt::AlignTop);
    line->addWidget(m_path, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(top);
    layout->addLayout(line);
    setRetiredOn({});
}

void RequestHeading::setOperation(const Operation &operation)
{
    m_title->setFullText(operation.title);
    setRisk(m_risk, operation.risk);
    m_deprecated->setVisible(operation.deprecated);
    m_method->setText(QString::fromLatin1(operation.method));
    m_method->setAccessibleName(tr("Method %1").arg(m_method->text()));
    setStyleProperty(m_method, "method", badgeOf(operation.method));
    m_path->setOperation(operation);
}

void RequestHeading::setBase(const QString &base)
{
    m_path->setBase(base);
}

void RequestHeading::setRetiredOn(const QDate &day)
{
    m_retired->setVisible(day.isValid());
    if (day.isValid())
        m_retired->setToolTip(tr("IBM closed this service on %1.").arg(QLocale().toString(day, QLocale::LongFormat)));
}

void RequestHeading::setValues(const QList<NamedValue> &values)
{
    m_path->setValues(values);
}

} // namespace acx
