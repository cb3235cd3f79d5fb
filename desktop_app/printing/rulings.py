"""The names by which a letter or a contract says what the rules in force here ask: 自收到之日起20日内."""

from __future__ import annotations

from desktop_app.records.fields import Kind, Text

RULINGS: tuple[Kind, ...] = (
    Text("答复期限", help="收到要约后书面答复的期限，如 20日内、10个工作日内"),
    Text("空缺期限", help="协商代表空缺后产生新代表的期限"),
    Text("出席比例", help="审议草案的职代会（全体职工）出席比例，如 三分之二"),
    Text("赞成比例", help="通过草案所需的同意，如 半数以上、过半数"),
    Text("签字程序", help="正式文本何时由双方首席代表签字"),
    Text("报送起算", help="报送期限从什么时候起算"),
    Text("报送期限", help="签字后报送审查的期限"),
    Text("报送份数", help="报送审查的文本，如 一式三份"),
    Text("审查期限", help="人社部门提出异议的期限"),
    Text("公布期限", help="生效后公布的期限；没有规定天数的为 及时"),
    Text("续订期限", help="期满前可以提出续订的期间，如 3个月内、90日内"),
    Text("协调期限", help="协商争议协调处理的期限"),
    Text("协调延长", help="协商争议协调处理可以延长的期限"),
)
