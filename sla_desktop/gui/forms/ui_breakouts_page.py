# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'breakouts_page.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QHBoxLayout, QLabel, QPushButton, QRadioButton,
    QScrollArea, QSizePolicy, QSpacerItem, QSpinBox,
    QStackedWidget, QVBoxLayout, QWidget)

from sla_desktop.gui.groups.board import Board
from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.flow_box import FlowBox
from sla_desktop.gui.shared.work import WorkBox

class Ui_BreakoutsPage(object):
    def setupUi(self, BreakoutsPage):
        if not BreakoutsPage.objectName():
            BreakoutsPage.setObjectName(u"BreakoutsPage")
        BreakoutsPage.resize(1040, 640)
        self.layout_14 = QVBoxLayout(BreakoutsPage)
        self.layout_14.setSpacing(14)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(28, 22, 28, 0)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(2)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(BreakoutsPage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.title_label)

        self.subtitle_label = QLabel(BreakoutsPage)
        self.subtitle_label.setObjectName(u"subtitle_label")
        self.subtitle_label.setProperty(u"look", u"muted")
        self.subtitle_label.setWordWrap(True)

        self.layout_1.addWidget(self.subtitle_label)


        self.layout_2.addLayout(self.layout_1)

        self.projector_button = QPushButton(BreakoutsPage)
        self.projector_button.setObjectName(u"projector_button")
        self.projector_button.setProperty(u"icon_name", u"presentation")

        self.layout_2.addWidget(self.projector_button)

        self.print_button = QPushButton(BreakoutsPage)
        self.print_button.setObjectName(u"print_button")
        self.print_button.setProperty(u"icon_name", u"printer")

        self.layout_2.addWidget(self.print_button)

        self.layout_2.setStretch(0, 1)

        self.layout_14.addLayout(self.layout_2)

        self.banner = Banner(BreakoutsPage)
        self.banner.setObjectName(u"banner")

        self.layout_14.addWidget(self.banner)

        self.work_box = WorkBox(BreakoutsPage)
        self.work_box.setObjectName(u"work_box")

        self.layout_14.addWidget(self.work_box)

        self.views_box = FlowBox(BreakoutsPage)
        self.views_box.setObjectName(u"views_box")

        self.layout_14.addWidget(self.views_box)

        self.layout_13 = QHBoxLayout()
        self.layout_13.setSpacing(20)
        self.layout_13.setObjectName(u"layout_13")
        self.layout_13.setContentsMargins(0, 0, 0, 0)
        self.settings_panel = QWidget(BreakoutsPage)
        self.settings_panel.setObjectName(u"settings_panel")
        self.layout_15 = QVBoxLayout(self.settings_panel)
        self.layout_15.setSpacing(10)
        self.layout_15.setObjectName(u"layout_15")
        self.layout_15.setContentsMargins(0, 0, 0, 14)
        self.settings_scroll = QScrollArea(self.settings_panel)
        self.settings_scroll.setObjectName(u"settings_scroll")
        self.settings_scroll.setWidgetResizable(True)
        self.settings_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.settings_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.settings_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.settings_scroll_body = QWidget()
        self.settings_scroll_body.setObjectName(u"settings_scroll_body")
        self.settings_scroll_body.setGeometry(QRect(0, 0, 800, 560))
        self.settings_scroll_body.setProperty(u"look", u"clear")
        self.layout_7 = QVBoxLayout(self.settings_scroll_body)
        self.layout_7.setSpacing(8)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.settings_card = QFrame(self.settings_scroll_body)
        self.settings_card.setObjectName(u"settings_card")
        self.settings_card.setProperty(u"look", u"card")
        self.layout_6 = QVBoxLayout(self.settings_card)
        self.layout_6.setSpacing(6)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(16, 16, 16, 16)
        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.rounds_label = QLabel(self.settings_card)
        self.rounds_label.setObjectName(u"rounds_label")
        self.rounds_label.setProperty(u"look", u"field")

        self.layout_3.addWidget(self.rounds_label)

        self.rounds_spin = QSpinBox(self.settings_card)
        self.rounds_spin.setObjectName(u"rounds_spin")
        self.rounds_spin.setMinimum(1)
        self.rounds_spin.setMaximum(12)
        self.rounds_spin.setValue(3)

        self.layout_3.addWidget(self.rounds_spin)

        self.layout_3.setStretch(0, 1)

        self.layout_6.addLayout(self.layout_3)

        self.spacer_15 = QSpacerItem(10, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_6.addItem(self.spacer_15)

        self.size_label = QLabel(self.settings_card)
        self.size_label.setObjectName(u"size_label")
        self.size_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.size_label)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.size_radio = QRadioButton(self.settings_card)
        self.size_radio.setObjectName(u"size_radio")
        self.size_radio.setChecked(True)

        self.layout_4.addWidget(self.size_radio)

        self.size_spin = QSpinBox(self.settings_card)
        self.size_spin.setObjectName(u"size_spin")
        self.size_spin.setMinimum(2)
        self.size_spin.setMaximum(30)
        self.size_spin.setValue(8)

        self.layout_4.addWidget(self.size_spin)

        self.layout_4.setStretch(0, 1)

        self.layout_6.addLayout(self.layout_4)

        self.layout_5 = QHBoxLayout()
        self.layout_5.setSpacing(8)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.tables_radio = QRadioButton(self.settings_card)
        self.tables_radio.setObjectName(u"tables_radio")

        self.layout_5.addWidget(self.tables_radio)

        self.tables_spin = QSpinBox(self.settings_card)
        self.tables_spin.setObjectName(u"tables_spin")
        self.tables_spin.setMinimum(1)
        self.tables_spin.setMaximum(200)
        self.tables_spin.setValue(8)
        self.tables_spin.setEnabled(False)

        self.layout_5.addWidget(self.tables_spin)

        self.layout_5.setStretch(0, 1)

        self.layout_6.addLayout(self.layout_5)

        self.spacer_16 = QSpacerItem(10, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_6.addItem(self.spacer_16)

        self.mix_label = QLabel(self.settings_card)
        self.mix_label.setObjectName(u"mix_label")
        self.mix_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.mix_label)

        self.mix_box = QWidget(self.settings_card)
        self.mix_box.setObjectName(u"mix_box")
        self.mix_layout = QVBoxLayout(self.mix_box)
        self.mix_layout.setSpacing(0)
        self.mix_layout.setObjectName(u"mix_layout")
        self.mix_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_6.addWidget(self.mix_box)

        self.spacer_17 = QSpacerItem(10, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.layout_6.addItem(self.spacer_17)

        self.mixing_label = QLabel(self.settings_card)
        self.mixing_label.setObjectName(u"mixing_label")
        self.mixing_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.mixing_label)

        self.mixing_combo = QComboBox(self.settings_card)
        self.mixing_combo.setObjectName(u"mixing_combo")

        self.layout_6.addWidget(self.mixing_combo)

        self.past_check = QCheckBox(self.settings_card)
        self.past_check.setObjectName(u"past_check")
        self.past_check.setChecked(True)

        self.layout_6.addWidget(self.past_check)


        self.layout_7.addWidget(self.settings_card)

        self.spacer_18 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_7.addItem(self.spacer_18)

        self.settings_scroll.setWidget(self.settings_scroll_body)

        self.layout_15.addWidget(self.settings_scroll)

        self.bonds_button = QPushButton(self.settings_panel)
        self.bonds_button.setObjectName(u"bonds_button")

        self.layout_15.addWidget(self.bonds_button)

        self.bonds_label = QLabel(self.settings_panel)
        self.bonds_label.setObjectName(u"bonds_label")
        self.bonds_label.setProperty(u"look", u"small")
        self.bonds_label.setWordWrap(True)

        self.layout_15.addWidget(self.bonds_label)

        self.form_button = QPushButton(self.settings_panel)
        self.form_button.setObjectName(u"form_button")
        self.form_button.setProperty(u"look", u"primary")
        self.form_button.setProperty(u"icon_name", u"layout-grid")

        self.layout_15.addWidget(self.form_button)


        self.layout_13.addWidget(self.settings_panel)

        self.stack = QStackedWidget(BreakoutsPage)
        self.stack.setObjectName(u"stack")
        self.empty_page = QWidget()
        self.empty_page.setObjectName(u"empty_page")
        self.layout_10 = QVBoxLayout(self.empty_page)
        self.layout_10.setSpacing(10)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(24, 24, 24, 24)
        self.spacer_19 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_10.addItem(self.spacer_19)

        self.layout_8 = QHBoxLayout()
        self.layout_8.setSpacing(8)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.spacer_20 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_8.addItem(self.spacer_20)

        self.empty_page_icon = QLabel(self.empty_page)
        self.empty_page_icon.setObjectName(u"empty_page_icon")
        self.empty_page_icon.setProperty(u"icon_name", u"layout-grid")
        self.empty_page_icon.setProperty(u"icon_colour", u"accent")
        self.empty_page_icon.setProperty(u"icon_size", 44)

        self.layout_8.addWidget(self.empty_page_icon)

        self.spacer_21 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_8.addItem(self.spacer_21)


        self.layout_10.addLayout(self.layout_8)

        self.empty_page_heading = QLabel(self.empty_page)
        self.empty_page_heading.setObjectName(u"empty_page_heading")
        self.empty_page_heading.setProperty(u"look", u"heading")
        self.empty_page_heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_page_heading.setWordWrap(True)

        self.layout_10.addWidget(self.empty_page_heading)

        self.empty_page_text = QLabel(self.empty_page)
        self.empty_page_text.setObjectName(u"empty_page_text")
        self.empty_page_text.setProperty(u"look", u"muted")
        self.empty_page_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_page_text.setWordWrap(True)

        self.layout_10.addWidget(self.empty_page_text)

        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(10)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 8, 0, 0)
        self.spacer_22 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_22)

        self.spacer_23 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_23)


        self.layout_10.addLayout(self.layout_9)

        self.spacer_24 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_10.addItem(self.spacer_24)

        self.stack.addWidget(self.empty_page)
        self.plan_page = QScrollArea()
        self.plan_page.setObjectName(u"plan_page")
        self.plan_page.setWidgetResizable(True)
        self.plan_page.setFrameShape(QFrame.Shape.NoFrame)
        self.plan_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plan_page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.plan_page_body = QWidget()
        self.plan_page_body.setObjectName(u"plan_page_body")
        self.plan_page_body.setGeometry(QRect(0, 0, 800, 560))
        self.plan_page_body.setProperty(u"look", u"clear")
        self.layout_12 = QVBoxLayout(self.plan_page_body)
        self.layout_12.setSpacing(14)
        self.layout_12.setObjectName(u"layout_12")
        self.layout_12.setContentsMargins(0, 0, 0, 0)
        self.score_label = QLabel(self.plan_page_body)
        self.score_label.setObjectName(u"score_label")
        self.score_label.setTextFormat(Qt.TextFormat.PlainText)
        self.score_label.setWordWrap(True)

        self.layout_12.addWidget(self.score_label)

        self.rounds_box = FlowBox(self.plan_page_body)
        self.rounds_box.setObjectName(u"rounds_box")
        self.round_check = QCheckBox(self.rounds_box)
        self.round_check.setObjectName(u"round_check")

        self.layout_12.addWidget(self.rounds_box)

        self.board = Board(self.plan_page_body)
        self.board.setObjectName(u"board")

        self.layout_12.addWidget(self.board)

        self.spacer_26 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_12.addItem(self.spacer_26)

        self.plan_page.setWidget(self.plan_page_body)
        self.stack.addWidget(self.plan_page)

        self.layout_13.addWidget(self.stack)

        self.layout_13.setStretch(1, 1)

        self.layout_14.addLayout(self.layout_13)

        self.layout_14.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.rounds_label.setBuddy(self.rounds_spin)
        self.mixing_label.setBuddy(self.mixing_combo)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.rounds_spin, self.size_radio)
        QWidget.setTabOrder(self.size_radio, self.size_spin)
        QWidget.setTabOrder(self.size_spin, self.tables_radio)
        QWidget.setTabOrder(self.tables_radio, self.tables_spin)
        QWidget.setTabOrder(self.tables_spin, self.form_button)
        QWidget.setTabOrder(self.form_button, self.projector_button)
        QWidget.setTabOrder(self.projector_button, self.print_button)

        self.retranslateUi(BreakoutsPage)

        QMetaObject.connectSlotsByName(BreakoutsPage)
    # setupUi

    def retranslateUi(self, BreakoutsPage):
        self.title_label.setText(QCoreApplication.translate("BreakoutsPage", u"Breakouts", None))
        self.subtitle_label.setText(QCoreApplication.translate("BreakoutsPage", u"Table groups from the people who are in the room", None))
        self.projector_button.setText(QCoreApplication.translate("BreakoutsPage", u"Show on &projector", None))
        self.print_button.setText(QCoreApplication.translate("BreakoutsPage", u"Prin&t", None))
        self.rounds_label.setText(QCoreApplication.translate("BreakoutsPage", u"&Rounds", None))
        self.size_label.setText(QCoreApplication.translate("BreakoutsPage", u"Tables", None))
        self.size_radio.setText(QCoreApplication.translate("BreakoutsPage", u"Peop&le at each", None))
#if QT_CONFIG(accessibility)
        self.size_spin.setAccessibleName(QCoreApplication.translate("BreakoutsPage", u"People at each table", None))
#endif // QT_CONFIG(accessibility)
        self.tables_radio.setText(QCoreApplication.translate("BreakoutsPage", u"N&umber", None))
#if QT_CONFIG(accessibility)
        self.tables_spin.setAccessibleName(QCoreApplication.translate("BreakoutsPage", u"Number of tables", None))
#endif // QT_CONFIG(accessibility)
        self.mix_label.setText(QCoreApplication.translate("BreakoutsPage", u"Mix people from different", None))
        self.mixing_label.setText(QCoreApplication.translate("BreakoutsPage", u"What matters m&ore", None))
        self.past_check.setText(QCoreApplication.translate("BreakoutsPage", u"Avoid who met at earlier events", None))
        self.bonds_button.setText(QCoreApplication.translate("BreakoutsPage", u"Together or &apart", None))
        self.bonds_label.setText(QCoreApplication.translate("BreakoutsPage", u"Looking\u2026", None))
        self.form_button.setText(QCoreApplication.translate("BreakoutsPage", u"&Form groups", None))
        self.empty_page_icon.setText("")
        self.empty_page_heading.setText(QCoreApplication.translate("BreakoutsPage", u"Looking\u2026", None))
        self.empty_page_text.setText(QCoreApplication.translate("BreakoutsPage", u"Choose how many rounds and how large the tables are, then press Form groups. People who have met are kept apart in later rounds.", None))
        self.score_label.setText("")
        self.round_check.setText(QCoreApplication.translate("BreakoutsPage", u"Keep this round as it is", None))
        pass
    # retranslateUi

