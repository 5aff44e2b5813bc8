import { describe, expect, test } from 'vitest';
import { csvLayout } from '@/lib/audit/csv';
import { portalHeader, recordOf } from './wrappers';

const time = '2024-11-09T10:32:22.1234567Z';

/** The record in a row of the given header, cells by title. */
function read(header: readonly string[], cells: Record<string, string>) {
  const layout = csvLayout(header);
  if (layout === null) throw new Error('The header was not recognised.');
  const { value, cut } = layout.read(header.map((title) => cells[title] ?? ''));
  return { ...recordOf(value), cut };
}

describe('the portal’s CSV', () => {
  const least = { 'Date (UTC)': time, Activity: 'Request approved' };

  test('gives every column its place', () => {
    const record = read(portalHeader, {
      ...least,
      CorrelationId: 'c1',
      Service: 'Access Reviews',
      Category: 'UserManagement',
      Result: 'success',
      ResultReason: 'because',
      'User Agent': 'Mozilla',
      ActorType: 'User',
      ActorDisplayName: 'Bea Okafor',
      ActorObjectId: 'a1',
      ActorUserPrincipalName: 'bea@contoso.example',
      IPAddress: '198.51.100.7',
      ActorHomeTenantId: 'h1',
      Target2Type: 'Other',
      Target2ObjectId: 't2',
      Target2ModifiedProperty5Name: 'p',
      Target2ModifiedProperty5NewValue: '"False"',
      AdditionalDetail1Key: 'Justification',
    });
    expect(record).toMatchObject({
      id: null,
      tenant: null,
      timeGenerated: time,
      activityDateTime: time,
      operationName: 'Request approved',
      operationType: null,
      category: 'UserManagement',
      loggedByService: 'Access Reviews',
      result: 'success',
      resultReason: 'because',
      identity: 'Bea Okafor',
      correlationId: 'c1',
      initiatedBy:
        '{"user":{"id":"a1","displayName":"Bea Okafor","userPrincipalName":"bea@contoso.example","ipAddress":"198.51.100.7","homeTenantId":"h1"}}',
      targetResources:
        '[{"id":"t2","type":"Other","modifiedProperties":[{"displayName":"p","newValue":"False"}]}]',
      additionalDetails: '[{"key":"Justification","value":""}]',
      further: '{"userAgent":"Mozilla","actorType":"User"}',
      cut: { targets: false, details: false },
    });
  });

  test('has an app as actor when it names a service principal', () => {
    const record = read(portalHeader, {
      ...least,
      ActorServicePrincipalId: 's1',
      ActorDisplayName: 'Sync',
      IPAddress: '192.0.2.1',
    });
    expect(record.initiatedBy).toBe('{"app":{"displayName":"Sync","servicePrincipalId":"s1"}}');
    expect(record.callerIp).toBe('192.0.2.1');
  });

  test('may have cut targets off when its third is filled, and details when its sixth is', () => {
    expect(read(portalHeader, { ...least, Target3ObjectId: 't3' }).cut).toEqual({
      targets: true,
      details: false,
    });
    expect(read(portalHeader, { ...least, AdditionalDetail6Key: 'k' }).cut).toEqual({
      targets: false,
      details: true,
    });
    expect(read(portalHeader, { ...least, AdditionalDetail5Key: 'k' }).cut).toEqual({
      targets: false,
      details: false,
    });
  });

  test.each([
    ['older titles', ['Date', 'UserAgent', 'Activity']],
    ['titles in any case', ['DATE (utc)', 'USER AGENT', 'activity']],
    ['Spanish titles', ['Fecha (UTC)', 'Agente de usuario', 'Actividad']],
  ])('is known by %s', (_, [date = '', agent = '', activity = '']) => {
    const record = read([date, agent, activity], {
      [date]: time,
      [agent]: 'Mozilla',
      [activity]: 'Request denied',
    });
    expect(record).toMatchObject({
      operationName: 'Request denied',
      timeGenerated: time,
      further: '{"userAgent":"Mozilla"}',
    });
  });

  test('is read under the Spanish titles seen in real files', () => {
    const record = read(
      [
        'Fecha (UTC)',
        'Servicio',
        'Categoría',
        'Actividad',
        'Resultado',
        'Objetivo1Tipo',
        'Objetivo1NombrePrincipalDeUsuario',
        'Objetivo1PropiedadModificada1ValorNuevo',
        'DetalleAdicional1Clave',
        'DetalleAdicional1Valor',
      ],
      {
        'Fecha (UTC)': time,
        Servicio: 's',
        Categoría: 'c',
        Actividad: 'a',
        Resultado: 'success',
        Objetivo1Tipo: 'User',
        Objetivo1NombrePrincipalDeUsuario: 'u@x',
        Objetivo1PropiedadModificada1ValorNuevo: '"True"',
        DetalleAdicional1Clave: 'k',
        DetalleAdicional1Valor: 'v',
      },
    );
    expect(record).toMatchObject({
      loggedByService: 's',
      category: 'c',
      operationName: 'a',
      result: 'success',
      targetResources:
        '[{"type":"User","userPrincipalName":"u@x","modifiedProperties":[{"newValue":"True"}]}]',
      additionalDetails: '[{"key":"k","value":"v"}]',
      further: null,
      ingestedAt: null,
      workspaces: null,
    });
  });

  test('is read by position when all its titles are in another language', () => {
    const french = portalHeader.map((_, place) => `Colonne ${place}`);
    const record = read(french, {
      'Colonne 0': time,
      'Colonne 4': 'Request approved',
      'Colonne 19': 't1',
      'Colonne 85': 'last',
    });
    expect(record).toMatchObject({
      operationName: 'Request approved',
      targetResources: '[{"id":"t1"}]',
      cut: { targets: false, details: true },
    });
  });

  test('is read by its titles when one of them is in another place', () => {
    const [first, ...others] = portalHeader;
    const record = read([...others, first ?? ''], { ...least, CorrelationId: 'c1' });
    expect(record).toMatchObject({ timeGenerated: time, correlationId: 'c1' });
  });

  test('keeps columns that it does not know', () => {
    expect(read([...portalHeader, 'Ticket'], { ...least, Ticket: '42' }).further).toBe('{"Ticket":"42"}');
  });
});

describe('the Log Analytics CSV', () => {
  test('has the table’s columns, dynamics as text, and times marked as UTC', () => {
    const record = read(['TimeGenerated [UTC]', 'OperationName', 'AdditionalDetails', 'Id', 'Level'], {
      'TimeGenerated [UTC]': '8/3/2026, 8:00:00.123 PM',
      OperationName: 'Request approved',
      AdditionalDetails: '[{"key":"Justification","value":"ok"}]',
      Level: '4',
    });
    expect(record).toMatchObject({
      id: null,
      timeGenerated: '2026-08-03T20:00:00.123Z',
      additionalDetails: '[{"key":"Justification","value":"ok"}]',
      further: '{"Level":"4"}',
    });
  });
});

describe('a header of another table is not recognised', () => {
  test.each([
    [['name', 'age']],
    [['Activity', 'User']],
    [['OperationName', 'Count']],
    [['TimeGenerated [Local Time]', 'OperationName']],
    [['']],
    [[]],
  ])('%j', (header) => {
    expect(csvLayout(header)).toBeNull();
  });
});
