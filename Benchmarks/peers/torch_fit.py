"""PyTorch, the usual hand-written loop."""
from common import LAYERS, data, report

import torch
from torch import nn

torch.set_num_threads(1)
x, y, vx, vy = (torch.from_numpy(a) for a in data())
activations = dict(relu=nn.ReLU(), softplus=nn.Softplus(), softmax=nn.Softmax(1), sigmoid=nn.Sigmoid())
modules, inputs = [], 9
for units, a in LAYERS:
    if units == "drop":
        modules.append(nn.Dropout(a))
    else:
        modules += [nn.Linear(inputs, units), activations[a]]
        inputs = units
model = nn.Sequential(*modules)
optimizer = torch.optim.Adam(model.parameters(), eps=1e-7)
bce = nn.BCELoss()


def epoch():
    model.train()
    order = torch.randperm(len(x))
    for i in range(0, len(x), 75):
        batch = order[i:i + 75]
        optimizer.zero_grad(set_to_none=True)
        bce(model(x[batch])[:, 0], y[batch]).backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        p = model(vx)[:, 0]
        float(bce(p, vy)), float(((p > 0.5) == (vy > 0.5)).float().mean())


def epochs():
    for _ in range(10):
        epoch()


report(f"PyTorch {torch.__version__}", 10, epochs)
