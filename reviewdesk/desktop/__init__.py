"""The windows: Qt views, their controllers and the tasks that run behind them."""
