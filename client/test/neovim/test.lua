-- Runs in a headless Neovim (0.7 or newer) and prints a line for each test; ends with status 1 where one fails.

local failed = 0
local function say(line) io.stdout:write(line .. '\n') end

local function it(name, test)
  local fine, problem = xpcall(test, debug.traceback)
  say('    ' .. (fine and '✓ ' or '✗ ') .. name)
  if not fine then
    failed = failed + 1
    say(problem)
  end
end

local function equal(actual, expected)
  if actual ~= expected then error(vim.inspect(actual) .. ' instead of ' .. vim.inspect(expected), 2) end
end

local function eventually(what, condition)
  if not vim.wait(30000, condition, 20) then error('no ' .. what, 2) end
end

local encoding = vim.env.PLANLINT_ENCODING
local capabilities = vim.lsp.protocol.make_client_capabilities()
capabilities.general = { positionEncodings = { encoding } }

local status
vim.cmd('edit 规划.md')
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = 'planlint',
  cmd = { vim.env.PLANLINT_NODE, vim.env.PLANLINT_SERVER, '--stdio' },
  root_dir = vim.fn.getcwd(),
  capabilities = capabilities,
  offset_encoding = encoding,
  on_exit = function(code) status = code end,
})
vim.lsp.buf_attach_client(buffer, id)

local function line(number) return vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)[1] end

--- The text that a diagnostic is about. Neovim counts in bytes, whatever the server does.
local function marked(found) return line(found.lnum):sub(found.col + 1, found.end_col) end

local function of(code)
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    local given = found.code or (found.user_data and found.user_data.lsp and found.user_data.lsp.code)
    if given == code then return found end
  end
end

it('is shown what is found, where it stands', function()
  eventually('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    say(string.format('      %d:%d %s', found.lnum + 1, found.col + 1, found.message:gsub('\n', '；')))
  end
  local unreadable = of('indicator-value')
  equal(marked(unreadable), '25≥')
  equal(unreadable.severity, vim.diagnostic.severity.ERROR)
  equal(marked(of('value-conflict')), '79.6岁')
end)

it('mends it with a quick fix', function()
  local unreadable = of('indicator-value')
  vim.api.nvim_win_set_cursor(0, { unreadable.lnum + 1, unreadable.col })
  -- 0.7 asks which action to take, even of one.
  vim.ui.select = function(items, _, choose) choose(items[1]) end
  if vim.fn.has('nvim-0.8') == 1 then
    vim.lsp.buf.code_action({ context = { only = { 'quickfix' } }, apply = true })
  else
    vim.lsp.buf.code_action({ only = { 'quickfix' } })
  end
  local mended = '| 2 | 经常参加体育锻炼人数比例（%） | 22.3 | ≥25 | 预期性 |'
  eventually('change of the buffer', function() return not line(unreadable.lnum):find('25≥', 1, true) end)
  equal(line(unreadable.lnum), mended)
  eventually('end of the finding', function() return of('indicator-value') == nil end)
  equal(marked(of('value-conflict')), '79.6岁')
end)

it('follows what is typed', function()
  local conflict = of('value-conflict')
  vim.api.nvim_win_set_cursor(0, { conflict.lnum + 1, conflict.col })
  vim.cmd('normal! cw78')
  equal(line(conflict.lnum):find('78.6岁', 1, true) ~= nil, true)
  eventually('end of all findings', function() return of('value-conflict') == nil end)
end)

it('goes from a name to its row, and is told of it', function()
  vim.fn.search('人均预期寿命达到')
  local from = vim.api.nvim_win_get_cursor(0)
  local params = vim.lsp.util.make_position_params(0, encoding)
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', params, 30000)
  local told = answers[id].result.contents
  equal((told.value or told):find('77.6', 1, true) ~= nil, true)
  vim.lsp.buf.definition()
  eventually('jump', function() return vim.api.nvim_win_get_cursor(0)[1] ~= from[1] end)
  local at = vim.api.nvim_win_get_cursor(0)
  equal(line(at[1] - 1):sub(at[2] + 1, at[2] + #'人均预期寿命'), '人均预期寿命')
end)

it('ends the server in peace', function()
  vim.lsp.stop_client(id)
  eventually('end of the server', function() return status ~= nil end)
  equal(status, 0)
end)

vim.cmd(failed > 0 and 'cquit 1' or 'qall!')
