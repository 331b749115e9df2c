-- Takes numbers and pieces of a report into a document that pandoc makes.
--
--   [paper.test.accuracy_percent]{.liner}    the number of that key, as numbers.tex has it
--   ``` include                              each file that is named in the block, as Markdown
--   tables/summary.md
--   ```                                      `{.include shift=-1}` raises its headings by one
--
-- `-M liner=output` says where the report lies. A key or file that is not there stops pandoc.

local report = "output"
local values = {}

local function contents(path)
  local file = io.open(path, "rb")
  if not file then error(path .. ": no such file; make the report first") end
  local text = file:read("a")
  file:close()
  return text
end

-- A value is LaTeX, which pandoc reads; every engine's own letters are what the other formats show.
local commands = "\\newcommand\\linerchar[2]{#2}\\newcommand\\linerrtl[1]{#1}\\newcommand\\linerltr[1]{#1}\n"

local function inlines(latex)
  local blocks = pandoc.read(commands .. latex, "latex").blocks
  return pandoc.utils.blocks_to_inlines(blocks)
end

local function Meta(meta)
  if meta.liner then report = pandoc.utils.stringify(meta.liner) end
  for line in contents(report .. "/numbers.tex"):gmatch("[^\n]+") do
    local key, value = line:match("^\\linerdefine{([^}]*)}{(.*)}$")
    if key then values[key] = value end
  end
end

local function Span(span)
  if not span.classes:includes("liner") then return nil end
  local key = pandoc.utils.stringify(span)
  if not values[key] then error("No value has the key '" .. key .. "' in " .. report .. "/numbers.tex") end
  return inlines(values[key])
end

-- Without pandoc-crossref, which reads it, the label would be printed at the end of the caption.
local function Table(tbl)
  local last = tbl.caption.long[#tbl.caption.long]
  local words = last and last.content
  if not words or #words == 0 then return nil end
  local label = pandoc.utils.stringify(words[#words]):match("^{#(tbl:[%w_.-]+)}$")
  if not label then return nil end
  words:remove()
  if #words > 0 and words[#words].t == "Space" then words:remove() end
  last.content = words
  tbl.attr.identifier = label
  return tbl
end

local function CodeBlock(block)
  if not block.classes:includes("include") then return nil end
  local blocks = pandoc.List()
  local shift = tonumber(block.attributes.shift) or 0
  local function Header(header)
    header.level = math.max(1, header.level + shift)
    return header
  end
  for name in block.text:gmatch("[^\n]+") do
    local read = pandoc.read(contents(report .. "/" .. name), "markdown").blocks
    blocks:extend(pandoc.walk_block(pandoc.Div(read), { Table = Table, Header = Header }).content)
  end
  return blocks
end

return { { Meta = Meta }, { Span = Span, CodeBlock = CodeBlock } }
