# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'award_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QSpinBox, QVBoxLayout, QWidget)

class Ui_AwardDialog(object):
    def setupUi(self, AwardDialog):
        if not AwardDialog.objectName():
            AwardDialog.setObjectName(u"AwardDialog")
        AwardDialog.resize(980, 660)
        self.layout_all = QVBoxLayout(AwardDialog)
        self.layout_all.setSpacing(14)
        self.layout_all.setObjectName(u"layout_all")
        self.layout_all.setContentsMargins(22, 22, 22, 22)
        self.heading_label = QLabel(AwardDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setWordWrap(True)
        self.heading_label.setProperty(u"look", u"title")

        self.layout_all.addWidget(self.heading_label)

        self.layout_two = QHBoxLayout()
        self.layout_two.setSpacing(10)
        self.layout_two.setObjectName(u"layout_two")
        self.fields_scroll = QScrollArea(AwardDialog)
        self.fields_scroll.setObjectName(u"fields_scroll")
        self.fields_scroll.setWidgetResizable(True)
        self.fields_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.fields_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields_body = QWidget()
        self.fields_body.setObjectName(u"fields_body")
        self.fields_body.setProperty(u"look", u"clear")
        self.layout_fields = QVBoxLayout(self.fields_body)
        self.layout_fields.setSpacing(4)
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setContentsMargins(2, 0, 10, 0)
        self.kind_label = QLabel(self.fields_body)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.kind_label)

        self.kind_combo = QComboBox(self.fields_body)
        self.kind_combo.setObjectName(u"kind_combo")
        self.kind_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind_combo.setMinimumContentsLength(8)

        self.layout_fields.addWidget(self.kind_combo)

        self.design_label = QLabel(self.fields_body)
        self.design_label.setObjectName(u"design_label")
        self.design_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.design_label)

        self.design_combo = QComboBox(self.fields_body)
        self.design_combo.setObjectName(u"design_combo")
        self.design_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.design_combo.setMinimumContentsLength(8)

        self.layout_fields.addWidget(self.design_combo)

        self.share_label = QLabel(self.fields_body)
        self.share_label.setObjectName(u"share_label")
        self.share_label.setWordWrap(True)
        self.share_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.share_label)

        self.share_spin = QSpinBox(self.fields_body)
        self.share_spin.setObjectName(u"share_spin")
        self.share_spin.setMaximum(100)
        self.share_spin.setSingleStep(5)

        self.layout_fields.addWidget(self.share_spin)

        self.sessions_label = QLabel(self.fields_body)
        self.sessions_label.setObjectName(u"sessions_label")
        self.sessions_label.setWordWrap(True)
        self.sessions_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.sessions_label)

        self.sessions_layout = QVBoxLayout()
        self.sessions_layout.setSpacing(2)
        self.sessions_layout.setObjectName(u"sessions_layout")

        self.layout_fields.addLayout(self.sessions_layout)

        self.wording_label = QLabel(self.fields_body)
        self.wording_label.setObjectName(u"wording_label")
        self.wording_label.setWordWrap(True)
        self.wording_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.wording_label)

        self.wording_edit = QLineEdit(self.fields_body)
        self.wording_edit.setObjectName(u"wording_edit")

        self.layout_fields.addWidget(self.wording_edit)

        self.outcomes_label = QLabel(self.fields_body)
        self.outcomes_label.setObjectName(u"outcomes_label")
        self.outcomes_label.setWordWrap(True)
        self.outcomes_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.outcomes_label)

        self.outcomes_edit = QPlainTextEdit(self.fields_body)
        self.outcomes_edit.setObjectName(u"outcomes_edit")
        self.outcomes_edit.setMinimumSize(QSize(0, 84))
        self.outcomes_edit.setMaximumSize(QSize(16777215, 132))
        self.outcomes_edit.setTabChangesFocus(True)

        self.layout_fields.addWidget(self.outcomes_edit)

        self.layout_outcomes = QHBoxLayout()
        self.layout_outcomes.setSpacing(10)
        self.layout_outcomes.setObjectName(u"layout_outcomes")
        self.framework_button = QPushButton(self.fields_body)
        self.framework_button.setObjectName(u"framework_button")

        self.layout_outcomes.addWidget(self.framework_button)

        self.spacer_5 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_outcomes.addItem(self.spacer_5)


        self.layout_fields.addLayout(self.layout_outcomes)

        self.signatory_label = QLabel(self.fields_body)
        self.signatory_label.setObjectName(u"signatory_label")
        self.signatory_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.signatory_label)

        self.signatory_edit = QLineEdit(self.fields_body)
        self.signatory_edit.setObjectName(u"signatory_edit")

        self.layout_fields.addWidget(self.signatory_edit)

        self.role_label = QLabel(self.fields_body)
        self.role_label.setObjectName(u"role_label")
        self.role_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.role_label)

        self.role_edit = QLineEdit(self.fields_body)
        self.role_edit.setObjectName(u"role_edit")

        self.layout_fields.addWidget(self.role_edit)

        self.accreditation_label = QLabel(self.fields_body)
        self.accreditation_label.setObjectName(u"accreditation_label")
        self.accreditation_label.setWordWrap(True)
        self.accreditation_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.accreditation_label)

        self.accreditation_edit = QLineEdit(self.fields_body)
        self.accreditation_edit.setObjectName(u"accreditation_edit")

        self.layout_fields.addWidget(self.accreditation_edit)

        self.number_label = QLabel(self.fields_body)
        self.number_label.setObjectName(u"number_label")
        self.number_label.setWordWrap(True)
        self.number_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.number_label)

        self.number_edit = QLineEdit(self.fields_body)
        self.number_edit.setObjectName(u"number_edit")

        self.layout_fields.addWidget(self.number_edit)

        self.organisation_label = QLabel(self.fields_body)
        self.organisation_label.setObjectName(u"organisation_label")
        self.organisation_label.setWordWrap(True)
        self.organisation_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.organisation_label)

        self.organisation_edit = QLineEdit(self.fields_body)
        self.organisation_edit.setObjectName(u"organisation_edit")

        self.layout_fields.addWidget(self.organisation_edit)

        self.colour_label = QLabel(self.fields_body)
        self.colour_label.setObjectName(u"colour_label")
        self.colour_label.setWordWrap(True)
        self.colour_label.setProperty(u"look", u"field")

        self.layout_fields.addWidget(self.colour_label)

        self.colour_edit = QLineEdit(self.fields_body)
        self.colour_edit.setObjectName(u"colour_edit")

        self.layout_fields.addWidget(self.colour_edit)

        self.layout_pictures = QHBoxLayout()
        self.layout_pictures.setSpacing(10)
        self.layout_pictures.setObjectName(u"layout_pictures")
        self.logo_button = QPushButton(self.fields_body)
        self.logo_button.setObjectName(u"logo_button")

        self.layout_pictures.addWidget(self.logo_button)

        self.signature_button = QPushButton(self.fields_body)
        self.signature_button.setObjectName(u"signature_button")

        self.layout_pictures.addWidget(self.signature_button)

        self.spacer_1 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_pictures.addItem(self.spacer_1)


        self.layout_fields.addLayout(self.layout_pictures)

        self.spacer_2 = QSpacerItem(10, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_fields.addItem(self.spacer_2)

        self.fields_scroll.setWidget(self.fields_body)

        self.layout_two.addWidget(self.fields_scroll)

        self.layout_preview = QVBoxLayout()
        self.layout_preview.setSpacing(8)
        self.layout_preview.setObjectName(u"layout_preview")
        self.preview_heading = QLabel(AwardDialog)
        self.preview_heading.setObjectName(u"preview_heading")
        self.preview_heading.setProperty(u"look", u"heading")
        self.preview_heading.setWordWrap(True)

        self.layout_preview.addWidget(self.preview_heading)

        self.preview_label = QLabel(AwardDialog)
        self.preview_label.setObjectName(u"preview_label")
        self.preview_label.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout_preview.addWidget(self.preview_label)

        self.problem_label = QLabel(AwardDialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"look", u"bad")

        self.layout_preview.addWidget(self.problem_label)

        self.spacer_3 = QSpacerItem(10, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_preview.addItem(self.spacer_3)


        self.layout_two.addLayout(self.layout_preview)

        self.layout_two.setStretch(0, 2)
        self.layout_two.setStretch(1, 3)

        self.layout_all.addLayout(self.layout_two)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(10)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_4)

        self.cancel_button = QPushButton(AwardDialog)
        self.cancel_button.setObjectName(u"cancel_button")

        self.layout_buttons.addWidget(self.cancel_button)

        self.save_button = QPushButton(AwardDialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"look", u"primary")

        self.layout_buttons.addWidget(self.save_button)


        self.layout_all.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind_combo)
        self.design_label.setBuddy(self.design_combo)
        self.share_label.setBuddy(self.share_spin)
        self.wording_label.setBuddy(self.wording_edit)
        self.outcomes_label.setBuddy(self.outcomes_edit)
        self.signatory_label.setBuddy(self.signatory_edit)
        self.role_label.setBuddy(self.role_edit)
        self.accreditation_label.setBuddy(self.accreditation_edit)
        self.number_label.setBuddy(self.number_edit)
        self.organisation_label.setBuddy(self.organisation_edit)
        self.colour_label.setBuddy(self.colour_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(AwardDialog)

        self.save_button.setDefault(True)


        QMetaObject.connectSlotsByName(AwardDialog)
    # setupUi

    def retranslateUi(self, AwardDialog):
        AwardDialog.setWindowTitle(QCoreApplication.translate("AwardDialog", u"Certificates", None))
        self.heading_label.setText(QCoreApplication.translate("AwardDialog", u"Certificates", None))
        self.kind_label.setText(QCoreApplication.translate("AwardDialog", u"&Kind", None))
        self.design_label.setText(QCoreApplication.translate("AwardDialog", u"&Design", None))
        self.share_label.setText(QCoreApplication.translate("AwardDialog", u"Least &time present, per cent of what counts", None))
        self.sessions_label.setText(QCoreApplication.translate("AwardDialog", u"Parts that nobody may miss", None))
        self.wording_label.setText(QCoreApplication.translate("AwardDialog", u"&Wording before the event", None))
        self.outcomes_label.setText(QCoreApplication.translate("AwardDialog", u"Learning &outcomes, one on each line", None))
        self.framework_button.setText(QCoreApplication.translate("AwardDialog", u"&Fill in from the framework", None))
        self.signatory_label.setText(QCoreApplication.translate("AwardDialog", u"&Signed by", None))
        self.role_label.setText(QCoreApplication.translate("AwardDialog", u"Their &role", None))
        self.accreditation_label.setText(QCoreApplication.translate("AwardDialog", u"&Accreditation, in the body\u2019s own words", None))
        self.number_label.setText(QCoreApplication.translate("AwardDialog", u"Column of the list with a professional\u2019s registration &number", None))
        self.organisation_label.setText(QCoreApplication.translate("AwardDialog", u"Or&ganisation, where the event names none", None))
        self.colour_label.setText(QCoreApplication.translate("AwardDialog", u"&Colour, as # and six digits", None))
        self.logo_button.setText(QCoreApplication.translate("AwardDialog", u"&Logo\u2026", None))
        self.signature_button.setText(QCoreApplication.translate("AwardDialog", u"Signat&ure\u2026", None))
        self.preview_heading.setText(QCoreApplication.translate("AwardDialog", u"How it will look", None))
#if QT_CONFIG(accessibility)
        self.preview_label.setAccessibleName(QCoreApplication.translate("AwardDialog", u"Preview of a certificate", None))
#endif // QT_CONFIG(accessibility)
        self.cancel_button.setText(QCoreApplication.translate("AwardDialog", u"Cancel", None))
        self.save_button.setText(QCoreApplication.translate("AwardDialog", u"Save", None))
    # retranslateUi

