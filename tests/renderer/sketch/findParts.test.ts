import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/cli/dataFiles.ts';
import {
  filledOnce,
  findParts,
  isKnownPart,
  partsAsTyped,
  partsOfKeys,
  sectionsFound,
} from '../../../src/renderer/sketch/partsOffered.ts';

const loaded = loadKnowledge();
if (!loaded.ok) throw new Error('The bundled data is wrong');
const { catalog } = loaded.value;
const keysOf = (typed: string, most = 20) => findParts(catalog, typed, most).map(({ key }) => key);

describe('what is typed finds first', () => {
  it.each([
    // What a critic typed and did not get.
    ['SageMaker AI', 'entry:sagemaker-ai'],
    ['claude', 'entry:bedrock'],
    ['kafka', 'entry:msk'],
    ['glue', 'entry:glue'],
    ['athena', 'entry:athena'],
    ['redshift', 'entry:redshift'],
    ['iam', 'entry:iam'],
    ['kms', 'entry:kms'],
    ['elasticache', 'entry:elasticache'],
    ['amplify', 'entry:amplify'],
    ['bucket', 'entry:s3'],
    ['s3 bucket', 'entry:s3'],
    ['llm', 'entry:bedrock'],
    ['image', 'node:image'],
    ['picture', 'node:image'],
    ['Amazon ECS', 'entry:ecs'],
    ['connect', 'entry:amazon-connect'],
    ['cloud', 'group:cloud'],
    // People and plain things.
    ['person', 'node:actor'],
    ['actor', 'node:actor'],
    ['user', 'entry:users'],
    ['users', 'entry:users'],
    ['customer', 'entry:users'],
    ['browser', 'entry:browser'],
    ['phone', 'entry:mobile-app'],
    ['server', 'entry:server'],
    ['camera', 'entry:camera'],
    ['database', 'entry:database'],
    ['data', 'node:data'],
    ['queue', 'node:queue'],
    ['stream', 'node:queue'],
    ['note', 'node:note'],
    ['sticky', 'node:note'],
    ['text', 'node:text'],
    ['label', 'node:text'],
    // Boundaries.
    ['vpc', 'group:vpc'],
    ['subnet', 'group:subnet'],
    ['public subnet', 'group:public-subnet'],
    ['region', 'group:region'],
    ['az', 'group:zone'],
    ['account', 'group:account'],
    ['box', 'group:custom'],
    ['group', 'group:custom'],
    ['on prem', 'group:on-premises'],
    ['data center', 'group:on-premises'],
    // Services by their names, parts of them, abbreviations and former names.
    ['lambda', 'entry:lambda'],
    ['AWS Lambda', 'entry:lambda'],
    ['Lambda function', 'entry:lambda'],
    ['s3', 'entry:s3'],
    ['ecs', 'entry:ecs'],
    ['elastic container service', 'entry:ecs'],
    ['k8s', 'entry:eks'],
    ['kubernetes', 'entry:eks'],
    ['ddb', 'entry:dynamodb'],
    ['dynamo', 'entry:dynamodb'],
    ['apigw', 'entry:api-gateway'],
    ['api gateway', 'entry:api-gateway'],
    ['gateway api', 'entry:api-gateway'],
    ['msk', 'entry:msk'],
    ['sqs', 'entry:sqs'],
    ['sns', 'entry:sns'],
    ['stepfunctions', 'entry:step-functions'],
    ['state machine', 'entry:step-functions'],
    ['eventbridge', 'entry:eventbridge'],
    ['rds', 'entry:rds'],
    ['aurora', 'entry:aurora'],
    ['postgres', 'entry:rds'],
    ['efs', 'entry:efs'],
    ['redis', 'entry:elasticache'],
    ['firehose', 'entry:data-firehose'],
    ['kinesis', 'entry:kinesis-data-streams'],
    ['appsync', 'entry:appsync'],
    ['graphql', 'entry:appsync'],
    ['route 53', 'entry:route-53'],
    ['route53', 'entry:route-53'],
    ['load balancer', 'entry:elastic-load-balancing'],
    ['alb', 'entry:elastic-load-balancing'],
    ['cloudtrail', 'entry:cloudtrail'],
    ['secrets', 'entry:secrets-manager'],
    ['ec2', 'entry:ec2'],
    ['call center', 'entry:amazon-connect'],
    ['etl', 'entry:glue'],
    ['data warehouse', 'entry:redshift'],
    ['cdn', 'entry:cloudfront'],
    ['login', 'entry:cognito'],
    ['iot', 'entry:iot-core'],
    // What it is wanted for.
    ['gpt', 'entry:bedrock'],
    ['bedrock', 'entry:bedrock'],
    ['rag', 'entry:bedrock-knowledge-bases'],
    ['agent', 'entry:bedrock-agentcore'],
    ['vector', 'entry:s3-vectors'],
    ['vector database', 'entry:opensearch'],
    ['speech to text', 'entry:transcribe'],
    ['tts', 'entry:polly'],
    ['text to speech', 'entry:polly'],
    ['ocr', 'entry:textract'],
    ['chatbot', 'entry:lex'],
    ['translation', 'entry:translate'],
    ['endpoint', 'entry:sagemaker-endpoint'],
    ['notebook', 'entry:sagemaker-notebooks'],
    ['docker', 'entry:docker-image'],
    ['container', 'entry:ecs'],
    ['guardrails', 'entry:bedrock-guardrails'],
    ['sentiment', 'entry:comprehend-sentiment'],
    ['sagemaker', 'entry:sagemaker-ai'],
    ['pytorch', 'entry:framework-pytorch'],
    ['xgboost', 'entry:algorithm-xgboost'],
    ['p5', 'entry:ec2-p5'],
    ['jupyter', 'entry:jupyter'],
    ['quick', 'entry:amazon-quick'],
    // One letter wrong.
    ['lamdba', 'entry:lambda'],
    ['dynamdb', 'entry:dynamodb'],
    ['comprehand', 'entry:comprehend'],
    ['rekogniton', 'entry:rekognition'],
    ['redshfit', 'entry:redshift'],
    ['  TRANSCRIBE ', 'entry:transcribe'],
  ])('%s: %s', (typed, key) => {
    expect(keysOf(typed)[0]).toBe(key);
  });

  it('finds every part by its own name, and nothing else before it', () => {
    for (const { id, name, lifecycle } of catalog.entries)
      if (lifecycle.status === 'active') expect(keysOf(name)[0], name).toBe(`entry:${id}`);
  });

  it('puts what a service can do after the service', () => {
    const found = keysOf('transcribe');
    expect(found.indexOf('entry:transcribe-redaction')).toBeGreaterThan(found.indexOf('entry:transcribe'));
  });

  it('offers the words themselves after what is found, and alone when nothing is, the service first', () => {
    const typed = partsAsTyped('  Amazon   Pinpointless ');
    expect(typed.map(({ key, part }) => [key, part])).toEqual([
      ['typed:service', { type: 'node', kind: 'service', label: 'Amazon Pinpointless' }],
      ['typed:text', { type: 'node', kind: 'text', label: 'Amazon Pinpointless' }],
    ]);
    expect(sectionsFound(catalog, 'pinpointless', 20).map(({ key }) => key)).toEqual(['typed']);
    expect(sectionsFound(catalog, 's3', 20).map(({ key }) => key)).toEqual(['found', 'typed']);
    expect(partsAsTyped('  ')).toEqual([]);
    expect(keysOf('  ')).toEqual([]);
    expect(isKnownPart('typed:service')).toBe(false);
    expect(isKnownPart('entry:s3')).toBe(true);
  });

  it('shows each part once, under the first heading that holds it, and no heading without parts', () => {
    const [s3] = partsOfKeys(catalog, ['entry:s3']);
    const [note] = partsOfKeys(catalog, ['node:note']);
    if (!s3 || !note) throw new Error('They are gone.');
    const sections = filledOnce([
      { key: 'fits', parts: [s3] },
      { key: 'favourites', parts: [s3] },
      { key: 'beside', parts: [note, s3] },
    ]);
    expect(sections.map(({ key, parts }) => [key, parts.map((part) => part.key)])).toEqual([
      ['fits', ['entry:s3']],
      ['beside', ['node:note']],
    ]);
    expect(partsOfKeys(catalog, ['entry:gone', 'typed:text', 'node:nothing'])).toEqual([]);
  });
});
