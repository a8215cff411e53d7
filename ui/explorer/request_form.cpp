// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_form.h"

#include "app/base/visible_text.h"
#include "ui/explorer/parameter_field.h"
#include "ui/explorer/parameter_field_editor.h"
#include "ui/widgets/controls.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr QLatin1StringView baseName("base:url");
constexpr int widestName = 160;      // pixels
constexpr int longDescription = 240; // characters; more is shown on request

} // namespace

RequestForm::RequestForm(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_column(nullptr)
    , m_about(makeParagraph({}, LabelKind::Muted, this))
    , m_more(makeButton({}, ButtonKind::Link, this))
    , m_empty(makeParagraph(tr("This operation has no parameters."), LabelKind::Muted, this))
{
    setObjectName(u"requestForm"_s);
    setAccessibleName(tr("Parameters"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_about->setObjectName(u"operationDescription"_s);
    m_more->setObjectName(u"operationDescriptionMore"_s);
    m_more->setCheckable(true);
    connect(m_more, &QPushButton::toggled, this, &RequestForm::showDescription);
    m_empty->setObjectName(u"requestFormEmpty"_s);
    auto *page = new QWidget;
    page->setObjectName(u"scrolled"_s);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, Theme::space(Space::M), 0, Theme::space(Space::M));
    m_column->setSpacing(Theme::space(Space::M));
    m_column->addWidget(m_about);
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    setWidget(page);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) { keepFocusInView(now); });
}

void RequestForm::keepFocusInView(QWidget *now)
{
    if (now && widget()->isAncestorOf(now))
        ensureWidgetVisible(now, 0, Theme::space(Space::L));
}

void RequestForm::add(ParameterField *field)
{
    m_column->insertWidget(m_column->count() - 1, field);
    field->show(); // at once, so that it can take the focus
    connect(field, &ParameterField::changed, this, &RequestForm::changed);
    connect(field, &ParameterField::submitted, this, &RequestForm::submitted);
}

void RequestForm::showDescription(bool whole)
{
    const bool isLong = m_description.size() > longDescription;
    m_about->setText(
        withVisibleControls(whole || !isLong ? m_description : m_description.left(longDescription).trimmed() + u'…'));
    m_more->setText(whole ? tr("Show less") : tr("Show the whole description"));
}

void RequestForm::setOperation(const Operation &operation, const std::shared_ptr<const OpenApiSource> &source,
                               bool askBase)
{
    qDeleteAll(m_fields);
    m_fields.clear();
    delete m_base;
    m_base = nullptr;
    m_description = operation.description;
    m_about->setVisible(!m_description.isEmpty());
    m_more->setVisible(m_description.size() > longDescription);
    m_more->setChecked(false);
    showDescription(false);
    if (askBase) {
        OperationParameter host;
        host.name = u"url"_s;
        host.required = true;
        host.description = tr("The host that answers this operation, e.g. https://portal.example.com");
        m_base = new ParameterField(m_theme, host, u"base"_s, tr("host"), this);
        add(m_base);
    }
    QList<OperationParameter> sorted = operation.parameters;
    std::stable_partition(sorted.begin(), sorted.end(),
                          [](const OperationParameter &parameter) { return parameter.required; });
    for (const OperationParameter &parameter : std::as_const(sorted)) {
        auto *field = new ParameterField(m_theme, parameter, this);
        field->setSource(source);
        m_fields.append(field);
        add(field);
    }
    int nameWidth = 0;
    for (const ParameterField *field : std::as_const(m_fields))
        nameWidth = std::max(nameWidth, field->nameWidth());
    for (ParameterField *field : std::as_const(m_fields))
        field->setNameWidth(std::min(nameWidth, widestName));
    if (m_base && nameWidth > 0)
        m_base->setNameWidth(std::min(nameWidth, widestName));
    m_empty->setVisible(m_fields.isEmpty() && !askBase);
}

QString RequestForm::nameOf(const ParameterField &field) const
{
    const OperationParameter &own = field.parameter();
    const auto same = std::count_if(m_fields.cbegin(), m_fields.cend(), [&own](const ParameterField *other) {
        return other->parameter().name == own.name;
    });
    return same > 1 ? toText(own.place) + u':' + own.name : own.name;
}

QList<NamedValue> RequestForm::values(Secrets secrets) const
{
    QList<NamedValue> all;
    if (m_base && !m_base->values().isEmpty())
        all.append({baseName, m_base->values().constFirst()});
    for (const ParameterField *field : m_fields) {
        const bool hidden = secrets != Secrets::Told && isSecret(field->parameter());
        if (hidden && secrets == Secrets::LeftOut)
            continue;
        const QString name = nameOf(*field);
        const QStringList values = field->values();
        for (const QString &value : values)
            all.append({name, hidden ? u'<' + field->parameter().name + u'>' : value});
    }
    return all;
}

QList<NamedValue> RequestForm::values() const
{
    return values(Secrets::Told);
}

QList<NamedValue> RequestForm::openValues() const
{
    return values(Secrets::LeftOut);
}

QList<NamedValue> RequestForm::maskedValues() const
{
    return values(Secrets::Masked);
}

void RequestForm::setValues(const QList<NamedValue> &values)
{
    const auto given = [&values](const QStringList &names) {
        QStringList found;
        for (const NamedValue &value : values) {
            if (names.contains(value.name))
                found.append(value.value);
        }
        return found;
    };
    if (m_base)
        m_base->setValues(given({baseName}));
    for (ParameterField *field : std::as_const(m_fields)) {
        const OperationParameter &own = field->parameter();
        field->setValues(given({own.name, toText(own.place) + u':' + own.name}));
    }
}

QString RequestForm::base() const
{
    return m_base ? m_base->values().value(0) : QString();
}

ParameterField *RequestForm::check()
{
    ParameterField *first = nullptr;
    if (m_base && !m_base->check())
        first = m_base;
    for (ParameterField *field : std::as_const(m_fields)) {
        if (!field->check() && !first)
            first = field;
    }
    return first;
}

bool RequestForm::focusFirst()
{
    const auto open = std::find_if(m_fields.cbegin(), m_fields.cend(), [](const ParameterField *field) {
        return field->parameter().required && field->values().isEmpty();
    });
    if (m_base && m_base->values().isEmpty())
        m_base->setFocus();
    else if (open != m_fields.cend())
        (*open)->setFocus();
    else if (!m_fields.isEmpty())
        m_fields.constFirst()->setFocus();
    return m_base || !m_fields.isEmpty();
}

} // namespace acx
